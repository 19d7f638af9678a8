internal import Foundation

/// `transparency.json`: the UK Algorithmic Transparency Recording Standard, as far as a program can fill it in.
///
/// Sections and fields follow version 3 of the standard. A field that only people can fill in holds null and says so;
/// one that the program fills in still wants a reader before it is published.
struct TransparencyRecord: Encodable {
    struct Field: Encodable {
        var number: String
        var field: String
        /// nil where a person has to write.
        var value: String?
        var filledBy: String

        private enum CodingKeys: String, CodingKey { case number, field, value, filledBy }

        /// Writes the missing value as null, so that a blank is seen to be one.
        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(number, forKey: .number)
            try fields.encode(field, forKey: .field)
            try fields.encode(value, forKey: .value)
            try fields.encode(filledBy, forKey: .filledBy)
        }
    }

    struct Section: Encodable {
        var tier: Int
        var title: String
        var fields: [Field]
    }

    var schema = "hubplan-transparency/1"
    var standard = "UK Algorithmic Transparency Recording Standard"
    var standardVersion = "3.0"
    var note =
        "null means that a person has to write. Compare the fields with the current template before publishing."
    var sections: [Section]

    init(_ run: DossierRun, hasCertificate: Bool) {
        sections = [
            Section(tier: 1, title: "Overview", fields: Self.overview(run)),
            Section(tier: 2, title: "Owner and responsibility", fields: Self.owner),
            Section(tier: 2, title: "Description and rationale", fields: Self.description(run)),
            Section(tier: 2, title: "Decision-making process", fields: Self.process(run)),
            Section(
                tier: 2, title: "Tool specification", fields: Self.specification(run, hasCertificate: hasCertificate)),
            Section(tier: 2, title: "Risks, mitigations and impact assessments", fields: Self.risks(run)),
        ]
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    private static func machine(_ number: String, _ field: String, _ value: String) -> Field {
        Field(number: number, field: field, value: value, filledBy: "hubplan")
    }

    private static func human(_ number: String, _ field: String) -> Field {
        Field(number: number, field: field, value: nil, filledBy: "a person")
    }

    private static func overview(_ run: DossierRun) -> [Field] {
        [
            machine("1.1", "Name", "hubplan: \(run.study.name)"),
            machine(
                "1.2", "Description",
                "Finds where hubs for children and young people could stand so that families without a car reach them, and "
                    + "tells how much better any other list could be. It proposes places; people decide."),
            human("1.3", "Website URL"),
            human("1.4", "Contact email"),
        ]
    }

    private static let owner = [
        human("2.1.1", "Organisation or department"), human("2.1.2", "Team"),
        human("2.1.3", "Senior responsible owner"), human("2.1.4", "Third party involvement"),
    ]

    private static func description(_ run: DossierRun) -> [Field] {
        let asked = run.services.map { "\($0.count) × \($0.title) for \($0.people)" }.joined(separator: "; ")
        return [
            machine(
                "2.2.1", "Detailed description",
                "Asked for: \(asked). Each small area's children go to the hub with the least generalised minutes there and "
                    + "back; the list that makes the study's burden least under its rules is sought by mathematical "
                    + "optimisation. No machine learning, no training data, no data on persons."),
            machine(
                "2.2.2", "Scope",
                "\(run.region.areas) small areas and \(run.region.sites) candidate sites. One study, "
                    + "one run; nothing is decided about a person."),
            human("2.2.3", "Benefit"), human("2.2.4", "Previous process"), human("2.2.5", "Alternatives considered"),
        ]
    }

    private static func process(_ run: DossierRun) -> [Field] {
        [
            human("2.3.1", "Process integration"),
            machine(
                "2.3.2", "Provided information",
                "A report with a map and tables, the same as files, and a proof. Figures in minutes carry their error; "
                    + "buildings are said to be suggestions."),
            human("2.3.3", "Frequency and scale of usage"), human("2.3.4", "Human decisions and review"),
            human("2.3.5", "Required training"), human("2.3.6", "Appeals and review"),
        ]
    }

    private static func specification(_ run: DossierRun, hasCertificate: Bool) -> [Field] {
        let files = run.inputs.map { "\($0.path) (\($0.role))" }.joined(separator: "; ")
        let groups = run.services.first?.groups.map(\.title) ?? []
        let sensitive =
            groups.isEmpty
            ? "None were read."
            : "Counts by small area, used for tables and not for choosing: " + groups.joined(separator: "; ") + "."
        return [
            machine(
                "2.4.1", "System architecture",
                "A program that runs on one machine without a network: files in, run folder out. Nothing is kept elsewhere."
            ),
            machine("2.4.2", "Model and version", "hubplan \(run.hubplan); study SHA-256 \(run.study.sha256)"),
            machine("2.4.3", "Task", "Choosing sites (facility location) with a bound on any better choice."),
            machine(
                "2.4.4", "Model performance",
                run.status.words + (hasCertificate ? " The proof is in certificate.json." : "")),
            machine("2.4.5", "Data sources", files),
            machine("2.4.6", "Sensitive attributes", sensitive),
            machine(
                "2.4.7", "Data processing",
                "data-log.csv: digest, vintage, licence, rows read, kept and dropped with why."),
            human("2.4.8", "Data access, storage and sharing agreements"), human("2.4.9", "Maintenance"),
        ]
    }

    private static func risks(_ run: DossierRun) -> [Field] {
        let withheld =
            run.region.suppressBelow > 1
            ? "Counts of groups from 1 to \(run.region.suppressBelow - 1) are withheld, with those from which they would follow."
            : "The study has switched the withholding of small counts off."
        return [
            human("2.5.1", "Impact assessments"),
            machine(
                "2.5.2", "Risks known to the program and what it does about them",
                "Estimated minutes taken for measured ones: every figure says so and carries its error. A plan taken for the "
                    + "only one: the distance to the best possible is told. Small groups told apart: \(withheld) Old data: "
                    + "each file's vintage is told."),
            human("2.5.3", "Further risks and mitigations"),
        ]
    }
}
