internal import HubModel

/// What one operator's buses cost, as the study states it.
struct StudyFare: Sendable {
    let fare: TravelRequest.OperatorFare

    init(_ node: StudyNode) throws {
        let fields = try node.fields(.fare)
        func pounds(_ node: StudyNode) throws -> Double {
            let pounds = try node.number(atLeast: 0)
            guard pounds <= 1000 else { throw node.failure("\(pounds) is too much: write pounds, at most 1000.") }
            return pounds
        }
        let line = node.place.line.map { ", line \($0)" } ?? ""
        fare = TravelRequest.OperatorFare(
            name: try fields.text("operator"), single: try pounds(fields.required("single")),
            day: try fields["day"].map(pounds), from: try fields["from"]?.day(), until: try fields["until"]?.day(),
            place: "\(node.place.file)\(line), \(node.place.path)")
        if let from = fare.from, let until = fare.until, until < from {
            throw node.failure("it would end on \(until), before it begins on \(from). Exchange 'from' and 'until'.")
        }
    }
}
