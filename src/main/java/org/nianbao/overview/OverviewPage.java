package org.nianbao.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellType;
import org.nianbao.page.Policy;
import org.nianbao.template.StandaloneTemplate;

/** An overview as one page that stands by itself, filled from {@code overview.ftlh}. For one page. */
public final class OverviewPage {
    /** So many units are in the chart. */
    private static final int MOST_BARS = 20;

    private final Overview overview;
    private final Locale locale;
    private final Group all;
    private final Map<String, CellType> figures;

    private OverviewPage(Overview overview, Locale locale) {
        this.overview = overview;
        this.locale = locale;
        this.all = overview.all();
        this.figures = overview.figures();
    }

    /**
     * Writes the page.
     *
     * @param templates the folder with the templates
     * @param program that writes it, with its version
     * @param locale whose language is spoken: Chinese for any {@code zh}, else English
     * @param diagnostics gets whatever is wrong with the templates; then there is no page
     */
    public static Optional<String> write(
            Overview overview, Path templates, String program, Locale locale, Diagnostics diagnostics) {
        Map<String, Object> model = new OverviewPage(overview, locale).model();
        model.put("program", program);
        return filled(templates, "overview.js", Map.of(), diagnostics).flatMap(script -> {
            model.put("script", StandaloneTemplate.markup(script));
            model.put("scriptPolicy", Policy.allowing(script));
            return filled(templates, "overview.ftlh", model, diagnostics);
        });
    }

    private static Optional<String> filled(
            Path templates, String name, Map<String, Object> model, Diagnostics diagnostics) {
        return StandaloneTemplate.open(templates, name, diagnostics)
                .flatMap(template -> template.fill(model, Map.of(), diagnostics));
    }

    /** What it comes to, in a sentence without a line break: {@code 58 份应报，51 份已报，3 份有错误，7 份未报}. */
    public static String told(Overview overview, Locale locale) {
        Group all = overview.all();
        List<String> parts = new ArrayList<>();
        if (overview.isListed()) {
            parts.add(Message.of("reports-due", all.due()).in(locale));
        }
        parts.add(Message.of("reports-delivered", all.delivered()).in(locale));
        parts.add(Message.of("reports-with-errors", all.withErrors()).in(locale));
        if (overview.isListed()) {
            parts.add(Message.of("reports-missing", all.missing()).in(locale));
        }
        if (all.count(DeliveryStatus.State.TWICE) > 0) {
            parts.add(Message.of("reports-twice", all.count(DeliveryStatus.State.TWICE))
                    .in(locale));
        }
        if (!overview.strays().isEmpty()) {
            parts.add(Message.of("files-not-counted", overview.strays().size()).in(locale));
        }
        return String.join(Message.of("comma").in(locale), parts);
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lang", Message.chinese(locale) ? "zh-CN" : "en");
        overview.whole().ifPresent(whole -> model.put("whole", whole));
        overview.form().ifPresent(form -> model.put("form", form));
        overview.year().ifPresent(year -> model.put("year", String.valueOf(year)));
        model.put("listed", overview.isListed());
        model.put("summary", told(overview, locale));
        model.put("columns", List.copyOf(figures.keySet()));
        model.put("compared", all.standings().stream().anyMatch(this::isCompared));
        model.put("all", counted(all));
        model.put("groups", overview.groups().stream().map(this::group).toList());
        model.put("units", units());
        model.put("strays", overview.strays().stream().map(this::stray).toList());
        chart().ifPresent(chart -> model.put("chart", chart));
        return model;
    }

    private boolean isCompared(DeliveryStatus standing) {
        return standing.figures().values().stream()
                .anyMatch(figure -> figure.before().isPresent());
    }

    /** A group, and the units of it that somebody must write or talk to. */
    private Map<String, Object> group(Group group) {
        Map<String, Object> model = counted(group);
        model.put("missing", named(group, standing -> !standing.isDelivered()));
        return model;
    }

    private Map<String, Object> counted(Group group) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", group.name());
        model.put("due", group.due());
        model.put("delivered", group.delivered());
        model.put("notDelivered", group.missing());
        model.put("withErrors", group.withErrors());
        model.put("share", group.due() == 0 ? 0 : group.delivered() * 100 / group.due());
        Map<String, Object> states = new LinkedHashMap<>();
        for (DeliveryStatus.State state : DeliveryStatus.State.values()) {
            states.put(written(state), group.count(state));
        }
        model.put("states", states);
        model.put("faulty", named(group, DeliveryStatus::hasErrors));
        model.put("doubled", named(group, standing -> standing.state() == DeliveryStatus.State.TWICE));
        List<Object> sums = new ArrayList<>();
        figures.forEach((name, type) -> {
            Map<String, Object> sum = figure(group.sum(name, type));
            sum.put("of", group.summed(name));
            sums.add(sum);
        });
        model.put("sums", sums);
        return model;
    }

    private List<Map<String, Object>> named(Group group, Predicate<DeliveryStatus> which) {
        return group.standings().stream()
                .filter(which)
                .map(standing -> {
                    Map<String, Object> model = new LinkedHashMap<>();
                    model.put("id", id(standing));
                    model.put("name", standing.name());
                    model.put("aggregate", standing.aggregate());
                    return model;
                })
                .toList();
    }

    private List<Map<String, Object>> units() {
        return all.standings().stream().map(this::unit).toList();
    }

    private Map<String, Object> unit(DeliveryStatus standing) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", id(standing));
        model.put("name", standing.name());
        model.put("aggregate", standing.aggregate());
        model.put("group", standing.group());
        model.put("state", written(standing.state()));
        model.put("urgency", List.of(DeliveryStatus.State.values()).indexOf(standing.state()));
        model.put("faulty", standing.hasErrors());
        model.put(
                "otherYears",
                standing.otherYears().stream()
                        .flatMap(delivery -> delivery.title().stream())
                        .map(title -> String.valueOf(title.year()))
                        .distinct()
                        .toList());
        model.put("figures", figures(standing.figures()));
        model.put(
                "deliveries", standing.delivered().stream().map(this::delivery).toList());
        return model;
    }

    private Map<String, Object> delivery(Delivery delivery) {
        Map<String, Object> model = new LinkedHashMap<>();
        FindingCounts findings = delivery.findings();
        model.put("file", Message.seen(delivery.file()));
        delivery.title().ifPresent(title -> {
            model.put("agency", title.agency());
            model.put("year", String.valueOf(title.year()));
            model.put("form", title.form());
            model.put("edition", String.valueOf(title.edition()));
            model.put("inForce", title.inForce());
        });
        model.put("errors", findings.errors());
        model.put("warnings", findings.warnings());
        model.put("unfilled", findings.unfilled());
        model.put("accepted", findings.accepted());
        model.put("more", findings.more());
        model.put("told", findings.told().stream().map(this::finding).toList());
        model.put("figures", figures(delivery.figures()));
        model.put("documents", delivery.documents());
        return model;
    }

    private Map<String, Object> finding(Finding finding) {
        return Map.of(
                "severity", finding.severity().written(),
                "weight", Message.of(finding.severity().written()).in(locale),
                "id", finding.id(),
                "place", finding.place(),
                "fact", finding.fact());
    }

    /** In the order of the columns. */
    private List<Map<String, Object>> figures(Map<String, FigureSummary> byName) {
        return figures.keySet().stream()
                .map(name -> Optional.ofNullable(byName.get(name))
                        .map(OverviewPage::figure)
                        .orElseGet(Map::of))
                .toList();
    }

    private static Map<String, Object> figure(FigureSummary figure) {
        Map<String, Object> model = new LinkedHashMap<>();
        figure.written().ifPresent(now -> model.put("now", now));
        figure.writtenBefore().ifPresent(before -> model.put("before", before));
        figure.writtenChange().ifPresent(change -> model.put("change", change));
        return model;
    }

    private Map<String, Object> stray(UnmatchedFile stray) {
        Map<String, Object> model = delivery(stray.delivery());
        model.put("reason", written(stray.reason()));
        stray.nearest().ifPresent(nearest -> model.put("nearest", nearest));
        return model;
    }

    /** The units with most of the first key figure, in falling order. */
    private Optional<Map<String, Object>> chart() {
        Optional<String> first = figures.keySet().stream().findFirst();
        List<Bar> bars = first.stream().flatMap(this::bars).limit(MOST_BARS).toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "figure",
                        first.orElseThrow(),
                        "bars",
                        bars.stream()
                                .map(bar -> Map.of(
                                        "id",
                                        id(bar.standing()),
                                        "name",
                                        bar.standing().name(),
                                        "figure",
                                        bar.figure().written().orElseThrow(),
                                        "percent",
                                        percent(bar.value(), bars.get(0).value())))
                                .toList()));
    }

    private record Bar(DeliveryStatus standing, FigureSummary figure, BigDecimal value) {}

    private Stream<Bar> bars(String name) {
        return all.standings().stream()
                .flatMap(standing -> Optional.ofNullable(standing.figures().get(name))
                        .flatMap(figure -> figure.now().map(value -> new Bar(standing, figure, value)))
                        .stream())
                .filter(bar -> bar.value().signum() > 0)
                .sorted(Comparator.comparing(Bar::value).reversed());
    }

    /** What links to a unit lead to. */
    private static String id(DeliveryStatus standing) {
        return "u" + standing.number();
    }

    /** As the template and its style sheet call it, for example {@code other-year}. */
    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString();
    }
}
