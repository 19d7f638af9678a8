internal import HubModel

/// The report: one file that works from the disk, without a network.
enum Page {
    /// - Parameter map: the map script with its style and data; nil leaves the drawings alone.
    static func html(_ view: RunView, map: LiveMap?) -> String {
        let frame = PageFrame(
            title: view.record.study.name, version: view.record.version, skip: "Skip to the report",
            policy: """
                default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; \
                img-src data: blob:; connect-src data: blob:
                """,
            palette: palette,
            head: map.map { "<style>\n\($0.style)\n</style>\n" } ?? .empty)
        return frame.html(
            main: """
                \(SummarySection.html(view))\(contents(view))\
                \(MapSection.html(view, isInteractive: map != nil))\
                \(ComparisonSection.html(view))\
                \(BaselineSection.html(view))\
                \(DisadvantageSection.html(view))\
                \(GroupsSection.html(view))\
                \(TravelSection.html(view))\
                \(DistributionSection.html(view))\
                \(HubsSection.html(view))\
                \(TiesSection.html(view))\
                \(VoicesSection.html(view))\
                \(RulesSection.html(view))\
                \(AssumptionsSection.html(view))\
                \(MethodSection.html(view))\
                \(SearchSection.html(view))\
                \(InputsSection.html(view))
                """,
            after: """
                <footer><p>Made by hubplan \(view.record.version) from \(view.record.study.path). \
                Everything on this page is also in the files beside it.\(credit(map))</p></footer>
                \(map.map(scripts) ?? .empty)
                """)
    }

    private static func contents(_ view: RunView) -> HTML {
        let compared: HTML =
            view.record.isMeasuredList ? "<li><a href=\"#comparison\">Beside the best list known</a></li>\n" : .empty
        let searched: HTML =
            view.record.solution == nil && view.record.comparison == nil
            ? .empty : "<li><a href=\"#search\">How the list was found</a></li>\n"
        let beside: HTML =
            view.record.change == nil
            ? .empty : "<li><a href=\"#beside\">Beside \(view.record.baselineTitle ?? "today")</a></li>\n"
        let annex: HTML =
            view.region.groups.isEmpty ? .empty : "<li><a href=\"equality.html\">Equality annex</a></li>\n"
        let travel: HTML =
            view.record.households.allSatisfy(\.isEmpty)
            ? .empty : "<li><a href=\"#travel\">How families travel</a></li>\n"
        let ties: HTML =
            view.record.ties.isEmpty ? .empty : "<li><a href=\"#ties\">Firm places and ties</a></li>\n"
        let voices: HTML =
            view.record.request.voices.isEmpty ? .empty : "<li><a href=\"#voices\">What residents said</a></li>\n"
        return """
            <nav aria-label="Contents">
            <ul>
            <li><a href="#map-title">The map</a></li>
            \(compared)\(beside)<li><a href="#disadvantage">By disadvantage</a></li>
            <li><a href="#groups">By household and group</a></li>
            \(annex)\(travel)<li><a href="#distribution">How many travel how long</a></li>
            <li><a href="#hubs">The hubs</a></li>
            \(ties)\(voices)\
            <li><a href="#rules">Rules</a></li>
            <li><a href="#assumptions">Assumptions</a></li>
            <li><a href="#method">Limits</a></li>
            \(searched)<li><a href="#inputs">Data</a></li>
            </ul>
            </nav>

            """
    }

    /// The colours of maps and charts, as the style sheet names them.
    static var palette: HTML {
        let bands = Palette.bands.enumerated().map { "--b\($0):\($1)" }
        let hubs = Palette.hubs.enumerated().map { "--s\($0):\($1)" }
        let changes = ChangeBands.colours.enumerated().map { "--c\($0):\($1)" }
        return HTML(trusted: ":root{\((bands + changes + hubs).joined(separator: ";"))}\n")
    }

    private static func scripts(_ map: LiveMap) -> HTML {
        """
        <script type="application/json" id="map-data">\(HTML(trusted: map.data.compact))</script>
        <script>
        \(map.script)
        </script>
        <script>
        \(PageFrame.asset(PackageResources.report_js))</script>

        """
    }

    private static func credit(_ map: LiveMap?) -> HTML {
        map == nil ? .empty : " The map is drawn by MapLibre GL JS (BSD 3-clause licence)."
    }

}
