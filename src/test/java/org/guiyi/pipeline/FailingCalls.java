package org.guiyi.pipeline;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands between the application and its pool, counts calls that reach the server, and breaks the connection at one of them. */
final class FailingCalls implements BeanPostProcessor {

    private static final Set<String> CALLS =
            Set.of("commit", "execute", "executeUpdate", "executeQuery", "executeBatch", "unwrap");

    private final AtomicInteger calls = new AtomicInteger();
    private volatile int failing = -1;
    private volatile When when = When.BEFORE;

    /** When the connection breaks. */
    enum When {
        BEFORE,
        AFTER
    }

    void count() {
        calls.set(0);
        failing = -1;
    }

    int counted() {
        return calls.get();
    }

    void fail(int call, When how) {
        when = how;
        failing = call;
        calls.set(0);
    }

    void stop() {
        failing = -1;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? proxy(DataSource.class, source, source::getConnection) : bean;
    }

    private interface Opened {
        Connection connection() throws SQLException;
    }

    private <T> T proxy(Class<T> type, T target, Opened connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object result = CALLS.contains(method.getName())
                    ? counted(target, method, arguments, connection)
                    : call(target, method, arguments);
            return wrapped(result, method, connection);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object wrapped(Object result, Method method, Opened connection) {
        if (result instanceof Connection opened && method.getName().equals("getConnection")) {
            return method.getDeclaringClass() == DataSource.class
                    ? proxy(Connection.class, opened, () -> opened)
                    : result;
        }
        if (result instanceof Statement
                && method.getReturnType().isInterface()
                && Statement.class.isAssignableFrom(method.getReturnType())) {
            return proxyStatement(method.getReturnType(), result, connection);
        }
        return result;
    }

    private <T> T proxyStatement(Class<T> type, Object statement, Opened connection) {
        return proxy(type, type.cast(statement), connection);
    }

    private Object counted(Object target, Method method, Object[] arguments, Opened connection) throws Throwable {
        boolean now = calls.incrementAndGet() == failing;
        if (now && when == When.BEFORE) {
            breakOff(connection);
        }
        Object result = call(target, method, arguments);
        if (now) {
            breakOff(connection);
        }
        return result;
    }

    private static void breakOff(Opened connection) throws SQLException {
        connection.connection().abort(Runnable::run);
        throw new SQLException("the connection broke, as planned by a test", "08006");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
