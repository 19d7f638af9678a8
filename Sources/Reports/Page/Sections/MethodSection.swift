internal import HubModel

/// What the method cannot tell.
enum MethodSection {
    private static let standing: HTML = """
        <li>Standing in a disadvantaged place is not the same as serving its children: see the minutes by \
        disadvantage.</li>

        """

    /// How near two sites must be to count as alike, and why that is nearer than the error of the minutes themselves.
    private static func alike(_ view: RunView) -> String {
        let error = Words.plain(view.record.request.ties.parameter.value)
        let left =
            view.record.quality.errorBands.isEmpty
            ? "Their error was not measured here; between sites it is taken as \(error) per cent of the minutes to a hub."
            : "Much of that error evens out over the areas that go to one hub, or is the same for every site and cancels when "
                + "sites are compared; what is left is taken as \(error) per cent of the minutes to a hub."
        let listed = view.services.contains { $0.ties != nil } ? " and are listed under firm places and ties" : ""
        return
            "\(left) Sites that differ by no more than that cannot be told apart by these figures\(listed); residents can."
    }

    static func html(_ view: RunView) -> HTML {
        let needWeighted = view.services.filter(\.service.isNeedWeighted)
        return """
            <section aria-labelledby="method">
            <h2 id="method">Limits of the method</h2>
            <ul>
            <li>\(view.minutesSentence) \(alike(view))</li>
            <li>Minutes stand for the whole burden: walking, waiting, riding and fares turned into time, there and back. \
            They are not a timetable.</li>
            <li>Each area is one point, where its people live on average. Within the area some live nearer, some \
            farther.</li>
            <li>Every child is counted at the nearest hub. Real families choose for other reasons too, and a hub may be \
            full.</li>
            <li>Nothing here says whether a building is free, suitable, affordable or wanted.</li>
            \(view.region.rules.isEmpty ? .empty : standing)\(needWeighted.map { service -> HTML in
                "<li>\(service.plural) were chosen by \(service.service.weightTitle); the tables count plain children.</li>\n"
            })</ul>
            </section>

            """
    }
}
