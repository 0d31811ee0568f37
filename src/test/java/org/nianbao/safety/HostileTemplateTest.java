package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** In each attack {@code FILE} is a file outside the templates folder, and {@code HTTP} a server that counts who asks. */
@DisplayName("A template runs no code, reads no file, asks no server, and comes to an end")
class HostileTemplateTest {
    private static final String SECRET = "CANARY-7341";

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer server;

    private Workplace place;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void ownTemplates(@TempDir Path folder) throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.write("secret.txt", SECRET);
        place.write("secret.css", "p { color: red } /* " + SECRET + " */");
        place.write("a.yaml", SmallReport.of("某县档案局", 2021).toString());
        ASKED.set(0);
    }

    @Test
    void theServerAnswersWhoeverAsks() throws IOException {
        try (var in = URI.create(http() + "/a").toURL().openStream()) {
            in.readAllBytes();
        } catch (IOException notFound) {
            assertEquals(1, ASKED.get());
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "template-syntax, `${'freemarker.template.utility.Execute'?new()('id')}`",
                "template-syntax, `${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', 'FILE')}`",
                "template-syntax, `${'freemarker.template.utility.JythonRuntime'?new()}`",
                "template-unstoppable, `<#assign e = '\"freemarker.template.utility.Execute\"?new()'?eval>${e('id')}`",
                "template-unstoppable, `<@'<#assign e = \"freemarker.template.utility.Execute\"?new()>'?interpret />`",
                "template-syntax, `${sections?api.class}`",
                "template-syntax, `${sections.class.classLoader}`",
                "template-syntax, `${sections[0]}`",
                "template-syntax, `${sections[0]?string}`",
                "template-syntax, `${sections[0].toString()}`",
                "template-syntax, `${sections[0].hashCode()}`",
                "template-syntax, `${sections[0].equals(1)?c}`",
                "template-syntax, `${sections[0].class}`",
                "template-syntax, `${sections[0].class.protectionDomain.codeSource.location}`",
                "template-syntax, `${sections[0].getClass()}`",
                "template-syntax, `${sections[0].getClass().getName()}`",
                "template-syntax, `${sections[0]['class'].name}`",
                "template-syntax, `${sections[0]?api.key}`",
                "template-syntax, `${sections[0].key()}`",
                "template-syntax, `${sections[0].key.bytes?size}`",
                "template-syntax, `${sections[0].key.getClass()}`",
                "template-syntax, `${sections[0].charts.getClass()}`",
                "template-syntax, `${sections[0].charts.add(1)?c}`",
                "template-syntax, `${sections[1].table.of()}`",
                "template-syntax, `${sections[1].table?values?first.class}`",
                "template-syntax, `${sections[1].table.head[0][0].wait()}`",
                "template-syntax, `${.data_model.class}`",
                "template-syntax, `${.data_model?api.getClass()}`",
                "template-syntax, `<#include '/../secret.txt'>`",
                "template-syntax, `<#include '../../secret.txt'>`",
                "template-syntax, `<#include '../../../../../../..FILE'>`",
                "template-syntax, `<#include 'FILE'>`",
                "template-syntax, `<#include 'file:FILE'>`",
                "template-syntax, `<#include '%2e%2e/%2e%2e/secret.txt'>`",
                "template-syntax, `<#include '..\\\\..\\\\secret.txt'>`",
                "template-syntax, `<#include 'HTTP/a.ftlh'>`",
                "template-syntax, `<#import '../../secret.txt' as secret>`",
                "template-unstoppable, `<@'<#include \"../../secret.txt\">'?interpret />`",
                "template-outside, `<#include '/link.ftlh'>`",
                "template-outside, `<#include '/linked/secret.txt'>`",
                "template-endless, `<#macro m><@m/></#macro><@m/>`",
                "template-endless, `<#list 1.. as i>${'文'?left_pad(9999)}</#list>`",
                "template-endless, `<#attempt><#list 1.. as i>${'文'?left_pad(9999)}</#list><#recover></#attempt>`",
                "template-endless, `<#macro m><#list 1.. as i></#list></#macro><@m/>`",
                "template-unstoppable, `${'a'?left_pad(400, 'a')?matches('.*.*.*.*.*.*.*.*.*.*b')?c}`",
                "template-unstoppable, `${'a'?left_pad(400, 'a')?replace('(a+)+b', ', ', 'r' + 'i')}`",
                "template-unstoppable, `<#assign r = 'a'?left_pad(400, 'a')?replace>${r('(a+)+b', '', 'r')}`",
                "template-unstoppable, `<#list 'a, b'?split('(a+)+b', 'r') as x></#list>`",
                "template-unstoppable, `${'a' ? keep_after_last(', (', 'r')}`",
                "page-unknown-picture, `<img src='file:FILE' alt='a'/>`",
                "page-unknown-picture, `<img src='HTTP/a.png' alt='a'/>`",
                "page-unknown-picture, `<img src='jar:file:FILE!/a.png' alt='a'/>`",
                "page-unknown-picture, `<img src='data:image/png;base64,AAAA' alt='a'/>`",
                "page-unknown-picture, `<img src='secret.txt' alt='a'/>`",
                "page-unsafe-link, `<p><a href='javascript:alert(1)'>a</a></p>`",
                "page-unsafe-link, `<p><a href='file:FILE'>a</a></p>`",
                "page-unsafe-link, `<p><a href='data:text/html,a'>a</a></p>`",
                "page-unsafe-link, `<p><a href='//evil.example/'>a</a></p>`",
                "page-unsafe-link, `<p><a href='http://www.gov.cn@evil.example/'>a</a></p>`",
                "page-unknown-attribute, `<p style='background: url(HTTP/a)'>a</p>`",
                "page-unknown-attribute, `<p onclick='alert(1)'>a</p>`",
                "page-unknown-element, `<script>alert(1)</script>`",
                "page-unknown-element, `${'<script>alert(1)</script>'?no_esc}`",
                "page-unknown-element, `<link rel='stylesheet' href='HTTP/a.css'/>`",
                "page-unknown-element, `<iframe src='HTTP/'/>`",
                "page-unknown-element, `<object data='FILE'/>`",
                "page-unknown-element, `<svg xmlns='http://www.w3.org/2000/svg'><image href='HTTP/a'/></svg>`",
                "page-unknown-element, `<?xml-stylesheet href='HTTP/a.css'?>`",
                "page-not-xml, `&secret;`",
                "page-not-xml, `<!DOCTYPE html [<!ENTITY secret SYSTEM 'FILE'>]>`",
                "page-too-deep, `<#list 1..9000 as i><b></#list><#list 1..9000 as i></b></#list>`"
            })
    void inThePage(String id, String attack) throws IOException {
        Files.createSymbolicLink(place.at("templates/link.ftlh"), place.at("secret.txt"));
        place.write("elsewhere/secret.txt", SECRET);
        Files.createSymbolicLink(place.at("templates/linked"), place.at("elsewhere"));
        place.edit("templates/information-disclosure/report.ftlh", "<main>", "<main>" + filled(attack));
        refused(id);
    }

    @Test
    void inTheHeadOfThePage() {
        String report = place.read("templates/information-disclosure/report.ftlh");
        int html = report.indexOf("<html");
        place.write(
                "templates/information-disclosure/report.ftlh",
                report.substring(0, html)
                        + filled("<!DOCTYPE html [<!ENTITY secret SYSTEM 'file:FILE'>]>\n")
                        + report.substring(html).replace("<main>", "<main><p>&secret;</p>"));
        refused("page-not-xml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`@import 'HTTP/a.css';`",
                "`@import url(file:FILE);`",
                "`@IMPORT url(HTTP/a.css);`",
                "`@\\69mport 'HTTP/a.css';`",
                "`p { background: url(HTTP/a.png) }`",
                "`p { background: url('file:FILE') }`",
                "`p { background: \\75rl(HTTP/a.png) }`",
                "`p { background: \\000075 rl(HTTP/a.png) }`",
                "`p { background: u\\r\\l(HTTP/a.png) }`",
                "`p { background: /**/url/**/(HTTP/a.png) }`",
                "`p { background: image-set('HTTP/a.png' 1x) }`",
                "`p { background: url(data:image/png,AAAA) }`",
                "`@font-face { font-family: a; src: url(HTTP/a.ttf) }`",
                "`@font-face { font-family: a; src: local(a) }`",
                "`@namespace svg url(HTTP/);`",
                "`</style><script>alert(1)</script>`",
                "`p { content: '</STYLE>' }`",
                "`<!-- p { } -->`"
            })
    void inAStyleSheet(String attack) {
        for (String sheet : new String[] {"report.css", "screen.css"}) {
            String before = place.read("templates/" + sheet);
            place.write("templates/" + sheet, before + "\n" + filled(attack));
            String said = refused("page-fetching-style");
            assertTrue(
                    said.matches("(?s).*" + sheet + ":[0-9]{2,}:.*")
                            || attack.contains("\\")
                            || attack.contains("/**/"),
                    said);
            place.write("templates/" + sheet, before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0 0",
                "0",
                "1mm 1mm",
                "-5mm 20mm",
                "210mm -297mm",
                "nan 297mm",
                "infinity",
                "1e9mm 297mm",
                "999999mm 999999mm",
                "210furlong 297furlong",
                "50% 50%",
                "210 297",
                "calc(1mm*0) 297mm",
                "A44",
                "210mm,297mm"
            })
    void paperThatNothingFitsOn(String size) {
        place.edit("templates/report.css", "size: ${paper.width} ${paper.height};", "size: " + size + ";");
        String said = refused("page-unusable-size");
        assertTrue(said.matches("(?s).*report\\.css:1[0-9]:3:.*"), said);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"9999mm", "200mm 200mm"})
    void marginsThatLeaveNoRoom(String margin) {
        place.edit(
                "templates/report.css",
                "margin: ${paper.top} ${paper.right} ${paper.bottom} ${paper.left};",
                "margin: " + margin + ";");
        refused("undrawable");
    }

    @Test
    void aFolderInItselfIsTold() throws IOException {
        Files.createSymbolicLink(place.at("templates/loop"), place.at("templates"));
        refused("unreadable");
    }

    private String filled(String attack) {
        return attack.replace("FILE", place.at("secret.css").toString()).replace("HTTP", http());
    }

    private static String http() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String refused(String id) {
        Workplace.Run run = place.nianbao("render", "a.yaml", "--templates", "templates");
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains("error " + id + ":"), run.err());
        assertTrue(run.err().contains("    help: "), run.err());
        assertFalse(run.err().contains(SECRET), run.err());
        assertFalse(Files.exists(place.at("output")), "something was written");
        assertEquals(0, ASKED.get(), "a server was asked");
        return run.err();
    }
}
