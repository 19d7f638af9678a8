internal import Regions
internal import Yams

/// People beyond, or short of, those counted: `demand: 1.1` everywhere, `demand: {times: 1.5, in: Coldhythe, for: earlyYears}`.
enum DemandChange: ScenarioChange {
    static let key = "demand"

    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String {
        var times = value
        var services = study.services
        var place: StudyNode?
        if value.isMapping {
            let fields = try value.fields(named: ["times", "in", "for"])
            times = try fields.required("times")
            services = try ByService.named(fields["for"], in: study)
            place = fields["in"]
        }
        _ = try times.number(atLeast: 0)
        for service in services {
            let path = ["services", service, "scale"]
            let scale = Node.group([("times", times.node)] + (place.map { [("in", $0.node)] } ?? []))
            study.setList(study.list(at: path) + [scale], at: path)
        }
        let within = try place.map { " in \(try $0.text())" } ?? ""
        return "\(try times.text()) times as many people\(within)\(ByService.words(services, in: study))"
    }
}
