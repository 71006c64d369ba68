package org.haki.referrals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection, as a pool hands it out again and again, on which what is said is changed on its way to PostgreSQL. */
final class SpokenDataSource extends SingleConnectionDataSource {

    private final UnaryOperator<String> spoken;

    SpokenDataSource(String url, UnaryOperator<String> spoken) {
        super(url, true);
        this.spoken = spoken;
    }

    @Override
    protected Connection getCloseSuppressingConnectionProxy(Connection target) {
        return super.getCloseSuppressingConnectionProxy((Connection) Proxy.newProxyInstance(
                SpokenDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, said) -> {
                    if (method.getName().equals("prepareStatement")) {
                        said[0] = spoken.apply((String) said[0]);
                    }
                    try {
                        return method.invoke(target, said);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
