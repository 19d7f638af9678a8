internal import HubModel

/// Households with and without a car, and the groups that the study names.
enum GroupsSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="groups">
        <h2 id="groups">Who travels how long, by household and group</h2>
        <p>\(view.meansSentence)\(cars(view))\(groups(view))</p>
        \(view.services.map { table($0, in: view).html })</section>

        """
    }

    /// What the study does not tell of cars.
    private static func cars(_ view: RunView) -> String {
        view.region.tellsCars ? "" : " The study does not say who has a car: everybody is taken to travel without one."
    }

    /// How groups are counted and what is withheld of them; nothing where the study has none.
    private static func groups(_ view: RunView) -> String {
        guard !view.region.groups.isEmpty else { return "" }
        var text = """
             Groups are counted as whole people where they live and travel as households without a car do, so hold them \
            against “all, as households without a car travel”. The equality annex, equality.html in the same folder, \
            says who does worse.
            """
        if let note = EqualityWords.withheld(view) { text += " " + note }
        return text
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        let figures = service.figures
        let today = service.baseline
        var rows: [FiguresTable.Row] = [
            .init(title: "All households", figures: figures.everyone, today: today?.everyone)
        ]
        if view.region.tellsCars {
            rows.insert(
                contentsOf: [
                    .init(
                        title: Words.sentence(Household.withoutCar.title), figures: figures.withoutCar,
                        today: today?.withoutCar),
                    .init(
                        title: Words.sentence(Household.withCar.title), figures: figures.withCar, today: today?.withCar),
                ], at: 0)
        }
        if !service.groups.isEmpty {
            rows.append(
                .init(
                    title: "All, as households without a car travel", figures: figures.asWithoutCar,
                    today: today?.asWithoutCar))
        }
        rows += service.groups.map { FiguresTable.Row($0) }
        return FiguresTable.table(
            "\(service.plural): minutes by household and group", first: "Group", rows: rows, service: service, in: view
        )
    }
}
