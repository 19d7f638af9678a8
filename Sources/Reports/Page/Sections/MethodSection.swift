internal import HubModel

/// What the method cannot tell.
enum MethodSection {
    static func html(_ view: RunView) -> HTML {
        let needWeighted = view.services.filter(\.service.isNeedWeighted)
        return """
            <section aria-labelledby="method">
            <h2 id="method">Limits of the method</h2>
            <ul>
            <li>\(view.minutesSentence) Two sites whose minutes differ by less than that cannot be told apart by these \
            figures; residents can.</li>
            <li>Minutes stand for the whole burden: walking, waiting, riding and fares turned into time, there and back. \
            They are not a timetable.</li>
            <li>Each area is one point, where its people live on average. Within the area some live nearer, some \
            farther.</li>
            <li>Every child is counted at the nearest hub. Real families choose for other reasons too, and a hub may be \
            full.</li>
            <li>Nothing here says whether a building is free, suitable, affordable or wanted.</li>
            <li>Standing in a doubly disadvantaged place is not the same as serving its children: see the minutes by \
            disadvantage.</li>
            \(needWeighted.map { service -> HTML in
                "<li>\(service.plural) were chosen by \(service.service.weightTitle); the tables count plain children.</li>\n"
            })</ul>
            </section>

            """
    }
}
