package org.nianbao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import freemarker.cache.MruCacheStorage;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
@DisplayName("Reports that fill a template for the first time at the same moment all get all of it")
class SharedTemplatesTest {
    private static final int ROUNDS = 60;
    private static final int WORDS = 500;

    @Test
    void everyFillingIsWhole() throws IOException, TemplateException, InterruptedException, ExecutionException {
        ExecutorService second = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                CountDownLatch read = new CountDownLatch(1);
                StoppableTemplates templates = new StoppableTemplates();
                templates.setCacheStorage(new Cache(read));
                StringTemplateLoader loader = new StringTemplateLoader();
                loader.putTemplate("page", "<#list [1] as n>" + "w<#-- -->${n}".repeat(WORDS) + "</#list>");
                templates.setTemplateLoader(loader);
                Future<String> other = second.submit(() -> {
                    read.await();
                    return filled(templates);
                });
                assertEquals("w1".repeat(WORDS), filled(templates), "round " + round);
                assertEquals("w1".repeat(WORDS), other.get(), "round " + round);
            }
        } finally {
            second.shutdownNow();
        }
    }

    private static String filled(StoppableTemplates templates) throws IOException, TemplateException {
        StringWriter page = new StringWriter();
        templates.getTemplate("page").process(Map.of(), page);
        return page.toString();
    }

    /** Tells when the first thread has read the template and is about to prepare it. */
    private static final class Cache extends MruCacheStorage {
        private final CountDownLatch read;

        Cache(CountDownLatch read) {
            super(10, 0);
            this.read = read;
        }

        @Override
        public void put(Object key, Object value) {
            super.put(key, value);
            read.countDown();
        }
    }
}
