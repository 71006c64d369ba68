package org.haki.devices;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.haki.kernel.Text;
import org.haki.surveys.ReceivedInstance.ReceivedFile;

/** Takes the posts of devices apart: one part is what was filled in, each other is a file under its own name. */
final class PostParts {

    static final String XML = "xml_submission_file";
    private static final String INCOMPLETE = "*isIncomplete*";

    private PostParts() {}

    static Post of(HttpServletRequest request, String language) throws IOException {
        byte[] xml = null;
        int lying = 0;
        var files = new ArrayList<ReceivedFile>();
        for (var part : parts(request, language)) {
            if (part.getName().equals(XML)) {
                xml = xml == null ? part.getInputStream().readAllBytes() : xml;
            } else if (!part.getName().equals(INCOMPLETE)) {
                var file = file(part);
                lying += file.mediaType().equals(FileSigns.UNKNOWN) && FileSigns.says(file.name()) ? 1 : 0;
                files.add(file);
            }
        }
        if (xml == null) {
            throw new Refused(Refusal.NO_XML, language);
        }
        var calls = Devices.brief(request.getParameter("deviceID"));
        return new Post(xml, List.copyOf(files), calls, Devices.brief(request.getHeader("User-Agent")), lying);
    }

    private static Collection<Part> parts(HttpServletRequest request, String language) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refused(Refusal.NO_XML, language);
        }
        try {
            return request.getParts();
        } catch (ClientAbortException cut) {
            throw cut;
        } catch (InvalidParameterException torn) {
            throw new Refused(torn.getErrorCode() == 413 ? Refusal.TOO_LARGE : Refusal.BROKEN, language);
        } catch (IllegalStateException large) {
            throw new Refused(Refusal.TOO_LARGE, language);
        } catch (IOException | ServletException torn) {
            throw new Refused(Refusal.BROKEN, language);
        }
    }

    private static ReceivedFile file(Part part) throws IOException {
        var said = part.getSubmittedFileName() == null ? part.getName() : part.getSubmittedFileName();
        var name = Text.clean(said.replaceAll(".*[/\\\\]", ""));
        var content = part.getInputStream().readAllBytes();
        return new ReceivedFile(name, FileSigns.mediaType(name, content), content);
    }
}
