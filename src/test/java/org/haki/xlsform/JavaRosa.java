package org.haki.xlsform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.reference.Reference;
import org.javarosa.core.reference.ReferenceFactory;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.core.services.IPropertyManager;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.services.properties.IPropertyRules;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

/** The engine of ODK Collect, as the judge of XForms. It parses one form at a time, so that one lock is around it. */
final class JavaRosa {

    private static final String EMPTY_CSV = "name,label,__version,__trunkVersion,__branchId,id,title,geometry,value\n";
    private static final String EMPTY_XML = "<root><item><name/><label/><value/></item></root>";
    private static final String EMPTY_GEOJSON = "{\"type\": \"FeatureCollection\", \"features\": []}";

    private static String attached = EMPTY_XML;

    static {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.javarosa")).setLevel(ch.qos.logback.classic.Level.OFF);
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        new XFormsModule().registerModule();
        PropertyManager.setPropertyManager(new NoProperties());
        ReferenceManager.instance().addReferenceFactory(new EmptyFiles());
    }

    private JavaRosa() {}

    /** Parses a form and opens it as a new one; throws what JavaRosa throws. Attached files are there and empty. */
    static FormDef open(String xform) throws Exception {
        return open(xform, EMPTY_XML);
    }

    /** Opens a form to which this XML is attached. */
    static FormDef open(String xform, String xml) throws Exception {
        synchronized (JavaRosa.class) {
            attached = xml;
            var form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform.getBytes(StandardCharsets.UTF_8)));
            new FormEntryController(new FormEntryModel(form));
            form.initialize(true, new InstanceInitializationFactory());
            return form;
        }
    }

    /** Whatever file a form asks for is an empty one of its kind. */
    private static final class EmptyFiles implements ReferenceFactory {

        @Override
        public boolean derives(String uri) {
            return uri.startsWith("jr://");
        }

        @Override
        public Reference derive(String uri) {
            return new EmptyFile(uri);
        }

        @Override
        public Reference derive(String uri, String context) {
            return new EmptyFile(uri);
        }
    }

    private record EmptyFile(String uri) implements Reference {

        @Override
        public InputStream getStream() {
            var text = uri.endsWith(".csv") ? EMPTY_CSV : uri.endsWith(".geojson") ? EMPTY_GEOJSON : attached;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getURI() {
            return uri;
        }

        @Override
        public String getLocalURI() {
            try {
                var file = java.nio.file.Files.createTempFile("attached", uri.substring(uri.lastIndexOf('.')));
                file.toFile().deleteOnExit();
                java.nio.file.Files.copy(getStream(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return file.toString();
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reference[] probeAlternativeReferences() {
            return new Reference[0];
        }

        @Override
        public boolean doesBinaryExist() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoProperties implements IPropertyManager {

        @Override
        public List<String> getProperty(String name) {
            return List.of();
        }

        @Override
        public void setProperty(String name, String value) {}

        @Override
        public void setProperty(String name, List<String> value) {}

        @Override
        public String getSingularProperty(String name) {
            return "unset";
        }

        @Override
        public void addRules(IPropertyRules rules) {}

        @Override
        public List<IPropertyRules> getRules() {
            return List.of();
        }
    }
}
