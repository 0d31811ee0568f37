package org.nianbao.template;

import freemarker.ext.beans.BeanModel;
import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.form.Cell;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/**
 * Gives templates data: text, numbers, truth values, lists, maps, and what {@link TemplateData} marks. An empty
 * {@code Optional} is a missing value, a constant is its name in lower case with hyphens, and an exact decimal is text with
 * all its digits. A template cannot reach the class of a value, call a method or print a record; any other type is an error.
 */
final class DataWrapper extends DefaultObjectWrapper {
    /** From 2.3.33 on, FreeMarker reads the components of records. */
    static final Version VERSION = Configuration.VERSION_2_3_34;

    /** Records of packages that do not know this one. */
    private static final Set<Class<?>> UNMARKED = Set.of(Typography.Paper.class, Typography.Composition.class);

    DataWrapper() {
        super(VERSION);
        setMemberAccessPolicy(new Whitelist());
        setRecordZeroArgumentNonVoidMethodPolicy(
                ZeroArgumentNonVoidMethodPolicy.PROPERTY_ONLY_UNLESS_BEAN_PROPERTY_READ_METHOD);
        writeProtect();
    }

    @Override
    public TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        return super.wrap(value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof Enum<?> constant) {
            return wrap(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof Cell cell) {
            return wrap(cell.text());
        }
        if (value instanceof Length length) {
            return wrap(length.css());
        }
        if (value instanceof LocalDate) {
            return wrap(value.toString());
        }
        if (Whitelist.isData(value.getClass())) {
            return new BeanModel(value, this);
        }
        throw new TemplateModelException(
                "not for templates: " + value.getClass().getName());
    }

    /** Shows the marked members of records and nothing else. */
    private static final class Whitelist implements MemberAccessPolicy {
        static boolean isData(Class<?> type) {
            return type.isRecord() && (type.isAnnotationPresent(TemplateData.class) || UNMARKED.contains(type));
        }

        @Override
        public ClassMemberAccessPolicy forClass(Class<?> type) {
            return new ClassMemberAccessPolicy() {
                @Override
                public boolean isMethodExposed(Method method) {
                    return isData(type)
                            && method.getParameterCount() == 0
                            && (method.isAnnotationPresent(TemplateData.class)
                                    || Arrays.stream(type.getRecordComponents())
                                            .map(RecordComponent::getAccessor)
                                            .anyMatch(method::equals));
                }

                @Override
                public boolean isConstructorExposed(Constructor<?> constructor) {
                    return false;
                }

                @Override
                public boolean isFieldExposed(Field field) {
                    return false;
                }
            };
        }

        /** A {@code BeanModel} prints no text anyway, and {@code false} would break {@code ?keys} (FreeMarker 2.3.35). */
        @Override
        public boolean isToStringAlwaysExposed() {
            return true;
        }
    }
}
