internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan init [FILE]`, `hubplan init --place NAME --from england.gpkg`
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a commented study: for a place of England, or an empty one to be filled in.",
        discussion: """
            With --place or --polygon the study is ready to be solved: the place's children and candidate sites, those \
            across its border, and the rules for double disadvantage as they bite there, all read from the package that \
            `hubplan data build` makes. Otherwise it is a form to be filled in.
            """)

    @Argument(help: "File to write; an existing file is left alone.", completion: .file(extensions: ["yaml"]))
    var file: String?
    @Option(
        help: ArgumentHelp(
            "A region, district, ward or town of England, by name or code. May be given more than once.",
            valueName: "name"))
    var place: [String] = []
    @Option(
        help: ArgumentHelp("Instead of --place: a file of polygons, or FILE:LAYER.", valueName: "file"),
        completion: .file())
    var polygon: String?
    @Option(help: "The package of England's open data.", completion: .file(extensions: ["gpkg"]))
    var from = "england.gpkg"
    @Option(
        help: "How far across the border to look for people and sites: 5km or 800m.", transform: metres)
    var buffer: Double = 5_000
    @Flag(help: "Hubs may stand across the border, but only the people of the place itself count.")
    var ownPeopleOnly = false
    @Option(help: "Hubs of each kind. Default: one for each 10,000 of its people in the place.")
    var count: Int?
    @Option(
        help: "Your own file of the Community Needs Index 2023 by LSOA: joined where it lies, never copied.",
        completion: .file())
    var cni: String?
    @Option(
        help: "File to write, as FILE. Default with a place: named after it.", completion: .file(extensions: ["yaml"]))
    var out: String?

    @Option(help: "For a form: name of the study.")
    var name: String?
    @Option(help: "For a form: file of the small areas.", completion: .file())
    var areas: String?
    @Option(help: "For a form: file of the candidate sites.", completion: .file())
    var sites: String?
    @Option(help: "For a form: file of the doubly disadvantaged places.", completion: .file())
    var places: String?

    private var isForPlace: Bool { !place.isEmpty || polygon != nil }

    func validate() throws {
        guard place.isEmpty || polygon == nil else {
            throw ValidationError(
                "Give --place or --polygon, not both: a polygon may take in as many places as it likes.")
        }
        guard file == nil || out == nil else { throw ValidationError("FILE and --out name the same thing: give one.") }
        guard count.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError("--count must be from 1 to 1000000.")
        }
        guard !isForPlace || [name, areas, sites, places].allSatisfy({ $0 == nil }) else {
            throw ValidationError(
                "--name, --areas, --sites and --places are for a form to be filled in, not for a study with --place.")
        }
        guard isForPlace || (count == nil && cni == nil && !ownPeopleOnly) else {
            throw ValidationError("--count, --cni and --own-people-only need a --place or a --polygon.")
        }
    }

    func run() throws {
        if isForPlace {
            let starter = try PlaceStarter(
                places: place, polygon: polygon, package: from, needsIndex: cni, buffer: buffer,
                countsAcross: !ownPeopleOnly, count: count, out: out ?? file)
            Terminal.say(try starter.write().told)
            return
        }
        let path = out ?? file ?? "study.yaml"
        try StudyStarter(
            name: name ?? "Hubs for our district", areas: areas, sites: sites, places: places
        ).write(to: path)
        Terminal.say("Wrote \(path). Edit the paths and columns in it, then run: hubplan check \(path)")
    }
}
