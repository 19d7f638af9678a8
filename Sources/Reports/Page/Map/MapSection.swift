internal import HubModel

/// The map with its layers, its legend, and a table that tells what it shows.
enum MapSection {
    /// - Parameter isInteractive: whether the map script and its data are in the page.
    static func html(_ view: RunView, isInteractive: Bool) -> HTML {
        """
        <section aria-labelledby="map-title" class="wide">
        <h2 id="map-title">The map</h2>
        <p>Each area has the colour of its minutes for households without a car. \(view.meansSentence)\(onFoot(view))</p>
        \(isInteractive ? interactive(view) : .empty)<div id="drawings">
        \(view.services.map { drawing($0, in: view) })</div>
        \(view.services.map { shown($0, in: view).html })</section>

        """
    }

    /// " A minute on foot counts as 2 of them."; each service's own where they differ, nothing where it counts as one.
    private static func onFoot(_ view: RunView) -> String {
        let weights = view.services.map { $0.walkWeight ?? 1 }
        guard weights.contains(where: { $0 != 1 }) else { return "" }
        guard Set(weights).count > 1 else { return " A minute on foot counts as \(Words.plain(weights[0])) of them." }
        let each = zip(view.services, weights).map { "\(Words.plain($1)) for \($0.plural)" }
        return " A minute on foot counts as \(Words.list(each, atMost: each.count))."
    }

    /// Filled by the page's script; hidden until it runs.
    private static func interactive(_ view: RunView) -> HTML {
        let choices = view.services.enumerated().map { index, service -> HTML in
            """
            <label><input type="radio" name="service" value="\(index)"\(index == 0 ? " checked" : .empty)> \
            \(service.plural)</label>

            """
        }
        let layers = [
            ("areas", "areas by minutes", true), ("hubs", "hubs", true), ("lines", "lines to the hub", false),
            ("places", ShareWords.places(view), true), ("candidates", "other possible sites", false),
            ("backdrop", "outlines behind", true),
        ].map { id, title, isOn -> HTML in
            """
            <label><input type="checkbox" name="layer" value="\(id)"\(isOn ? " checked" : .empty)> \(title)</label>

            """
        }
        return """
            <div id="live" hidden>
            <form class="switches" aria-label="What the map shows">
            <fieldset><legend>Service</legend>
            \(choices)</fieldset>
            <fieldset><legend>Households</legend>
            <label><input type="radio" name="household" value="0" checked> without a car</label>
            <label><input type="radio" name="household" value="1"> with a car</label>
            </fieldset>
            \(colours(view))<fieldset><legend>Layers</legend>
            \(layers)</fieldset>
            </form>
            <div id="map" role="region" aria-label="Map; the tables below tell the same"></div>
            <p class="note" id="picked" aria-live="polite">Choose an area or a hub on the map to read about it here.</p>
            <div id="live-legend"></div>
            </div>

            """
    }

    /// Colour by minutes or by change, where there is something to change from.
    private static func colours(_ view: RunView) -> HTML {
        guard view.record.change != nil, let title = view.record.baselineTitle else { return .empty }
        return """
            <fieldset><legend>Colours</legend>
            <label><input type="radio" name="colour" value="0" checked> minutes</label>
            <label><input type="radio" name="colour" value="1"> gain and loss beside \(title)</label>
            </fieldset>

            """
    }

    private static func drawing(_ service: ServiceView, in view: RunView) -> HTML {
        """
        <figure class="drawing">
        <figcaption>\(service.plural)</figcaption>
        \(StaticMap.svg(service, in: view))\(legend(service, in: view))</figure>

        """
    }

    /// Shared by drawing and interactive map.
    private static func legend(_ service: ServiceView, in view: RunView) -> HTML {
        let bands = MinuteBands(service.service)
        let classes = (0..<MinuteBands.count).map { band -> HTML in
            "<li><span class=\"swatch b\(band)\"></span> \(bands.title(of: band))</li>\n"
        }
        let hasBorderline = service.hubs.contains { $0.standing?.borderline ?? false }
        let mark = service.position % Palette.hubs.count
        let border: HTML =
            view.region.border == nil
            ? .empty : "<li><span class=\"swatch border\"></span> edge of the place itself</li>\n"
        return """
            <ul class="legend" data-service="\(service.position)" aria-label="Legend">
            \(classes)<li><span class="mark s\(mark)"></span> \(service.service.title)</li>
            \(hasBorderline ? "<li><span class=\"mark borderline s\(mark)\"></span> borderline hub</li>\n" : .empty)\
            \(service.rule.map { "<li><span class=\"swatch place\"></span> \($0.called)</li>\n" } ?? .empty)\(border)</ul>

            """
    }

    /// Areas and children by colour.
    private static func shown(_ service: ServiceView, in view: RunView) -> Table {
        let bands = MinuteBands(service.service)
        var areas = [Int](repeating: 0, count: MinuteBands.count)
        var children = [Int64](repeating: 0, count: MinuteBands.count)
        var nearer = [Int64](repeating: 0, count: MinuteBands.count)
        for index in service.demand.indices {
            let point = service.demand[index]
            let band = bands.band(of: service.figures.minutes[index])
            if point.household == .withoutCar {
                areas[band] += 1
                children[band] += point.children
            } else {
                nearer[band] += point.children
            }
        }
        return Table(
            caption: "What the map shows: \(service.plural), areas and children by minutes",
            columns: [
                .text("minutes", "Minutes there and back (\(view.minutesLabel))"),
                .number("areas", "Areas (without a car)"),
                .number("children_without_car", "Children without a car"),
                .number("children_with_car", "Children with a car"),
            ],
            rows: (0..<MinuteBands.count).map { band in
                [
                    .text(bands.title(of: band)), .whole(areas[band]), .whole(children[band]), .whole(nearer[band]),
                ]
            }
        )
    }
}
