internal import HubModel

/// Households with and without a car, and the groups that the study names.
enum GroupsSection {
    static func html(_ view: RunView) -> HTML {
        """
        <section aria-labelledby="groups">
        <h2 id="groups">Who travels how long, by household and group</h2>
        <p>\(view.minutesSentence) Groups are counted as whole people where they live and travel as households without \
        a car do.</p>
        \(view.services.map { table($0, in: view).html })</section>

        """
    }

    private static func table(_ service: ServiceView, in view: RunView) -> Table {
        let figures = service.figures
        let today = service.baseline
        var rows: [FiguresTable.Row] = [
            .init(
                title: Words.sentence(Household.withoutCar.title), figures: figures.withoutCar, today: today?.withoutCar
            ),
            .init(title: Words.sentence(Household.withCar.title), figures: figures.withCar, today: today?.withCar),
            .init(title: "All households", figures: figures.everyone, today: today?.everyone),
        ]
        rows += figures.groups.map { group in
            .init(
                title: Words.sentence(group.title), figures: group.figures,
                today: today?.groups.first { $0.id == group.id }?.figures
            )
        }
        return FiguresTable.table(
            "\(service.plural): minutes by household and group", first: "Group", rows: rows, service: service, in: view
        )
    }
}
