package org.nianbao.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nianbao.Workplace;

/** The program serves a folder {@code reports}, and Chromium shows it. */
final class ServedPage implements AutoCloseable {
    final Path folder;
    final Browser browser;
    private final Process server;
    private final String address;

    private ServedPage(Path folder, Process server, String address, Browser browser) {
        this.folder = folder;
        this.server = server;
        this.address = address;
        this.browser = browser;
    }

    /**
     * Starts both; the test is skipped where Chromium is missing.
     *
     * @param folder empty, or with a folder {@code reports} of inputs
     */
    static ServedPage start(Path folder, String... options) throws IOException {
        assumeTrue(Browser.program().isPresent(), "Chromium is not installed");
        Files.createDirectories(folder.resolve("reports"));
        List<String> command = new ArrayList<>(List.of(
                Workplace.HOME.resolve("bin/nianbao").toString(), "serve", "reports", "--no-open", "--port", "0"));
        command.addAll(List.of(options));
        Process server = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        String address = said.readLine().replaceFirst(".*?(http:\\S+).*", "$1");
        Browser browser = Browser.start(folder.resolve("profile"));
        browser.open(address, 1280);
        return new ServedPage(folder, server, address, browser);
    }

    @Override
    public void close() {
        browser.close();
        server.destroyForcibly();
    }

    /** The address of the server's pages. */
    String address() {
        return address.replaceFirst("\\?.*", "");
    }

    Path file(String id) {
        return folder.resolve("reports").resolve(id);
    }

    /** Waits until a script is true, however long a busy machine takes. */
    void await(String script) throws InterruptedException {
        while (!browser.evaluate("Promise.resolve(" + script + ").then(Boolean)")
                .asBoolean()) {
            Thread.sleep(20);
        }
    }

    void awaitSaved() throws InterruptedException {
        await("document.querySelector('.status')?.textContent.match(/^(已保存|Saved)$/)");
    }

    /** What finds the box of a place of the form. */
    static String box(String path) {
        return "document.querySelector('#pane-form [data-path=\"" + path + "\"]:is(input, select, textarea)')";
    }

    String value(String path) {
        return browser.evaluate(box(path) + ".value").asString();
    }

    /** The words of the page as printed. */
    String page() {
        return browser.evaluate("document.querySelector('iframe')?.contentDocument?.body?.textContent")
                .asString();
    }

    /** Puts a value into a box at once, as an input method does. */
    void put(String path, String words) throws InterruptedException {
        browser.evaluate(box(path) + ".focus()");
        browser.evaluate(box(path) + ".value = '" + words + "'");
        browser.evaluate(box(path) + ".dispatchEvent(new Event('input', {bubbles: true}))");
        awaitSaved();
    }

    /** Pastes a text as a spreadsheet puts it into the clipboard. */
    void paste(String path, String words) {
        browser.evaluate(box(path) + ".focus()");
        browser.evaluate("{ const data = new DataTransfer(); data.setData('text/plain', '" + words + "');" + box(path)
                + ".dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})); }");
    }
}
