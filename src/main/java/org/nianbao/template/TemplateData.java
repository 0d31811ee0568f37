package org.nianbao.template;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a public record: templates may read its components. On a method of such a record, one without parameters: templates
 * may read its result in the same way. Templates can read no other member of any class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface TemplateData {}
