package org.haki.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.haki.kernel.Text;

/** A request whose every parameter is clean text, before anybody looks at it. */
class CleanRequest extends HttpServletRequestWrapper {

    private Map<String, String[]> clean;

    CleanRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (clean == null) {
            var parameters = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) ->
                    parameters.put(name, Stream.of(values).map(Text::clean).toArray(String[]::new)));
            clean = Collections.unmodifiableMap(parameters);
        }
        return clean;
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
