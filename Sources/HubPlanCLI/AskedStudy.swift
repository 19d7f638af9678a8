internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import HubPlan
internal import Scenarios

/// The study that a command is about: a file, or files of areas and sites with what is wanted of them.
struct AskedStudy: ParsableArguments {
    @Argument(
        help: "The study or scenario file (YAML); left out, --areas, --weight, --sites and --count ask without one.",
        completion: .file(extensions: ["yaml", "yml"]))
    var study: String?

    @OptionGroup var data: DataOptions

    @Option(help: "Without a study: the file of the small areas that people live in, FILE or FILE:LAYER.")
    var areas: String?
    @Option(help: "Column of the areas that counts the people who are to be served.")
    var weight: String?
    @Option(help: "The file of buildings that could hold a hub, FILE or FILE:LAYER.")
    var sites: String?
    @Option(help: "How many hubs.")
    var count: Int?
    @Option(
        help: """
            A share of the hubs, by a column of the sites or of the areas that says yes (true, yes, 1): \
            "disadvantaged>=50%"; or by a test of it: "decile<=1 >=50%".
            """)
    var share: String?
    @Option(help: "Name of the plan.")
    var name = "Hubs"
    @Option(help: "Column of the areas' codes, where it cannot be told.")
    var areasKey: String?
    @Option(help: "Column of the sites' ids, where it cannot be told.")
    var sitesKey: String?
    @Option(help: "Column of the sites' names.")
    var sitesName: String?
    @Option(help: "mean (least mean minutes) or reach (fewest beyond --reach). Default: reach where --reach is given.")
    var objective: String?
    @Option(help: "Minutes there and back within which somebody counts as reached.")
    var reach: Double?
    @Option(help: "Who travels: youngPersonAlone, parentWithPushchair, childAlone11 or adult.")
    var traveller = "youngPersonAlone"
    @Option(help: "Coordinate system of coordinates that do not say, such as EPSG:27700.")
    var crs: String?

    @OptionGroup var barriers: BarrierOptions
    @OptionGroup var cache: CacheOptions

    private var isQuick: Bool { [areas, weight, sites].contains { $0 != nil } || count != nil }

    func validate() throws {
        guard isQuick else {
            guard study != nil else {
                throw ValidationError(
                    "Give a study file, or ask without one with --areas, --weight, --sites and --count.")
            }
            guard share == nil, reach == nil, objective == nil, areasKey == nil, sitesKey == nil, sitesName == nil,
                crs == nil
            else {
                throw ValidationError(
                    "--share, --reach, --objective, --areas-key, --sites-key, --sites-name and --crs ask without a study "
                        + "file: write them into the study, or give --areas, --weight, --sites and --count instead of it."
                )
            }
            return
        }
        guard study == nil, data.data == nil else {
            throw ValidationError(
                "A study file and --data exclude --areas, --weight, --sites and --count: give one or the other.")
        }
        for (given, option) in [(areas, "--areas"), (weight, "--weight"), (sites, "--sites")] where given == nil {
            throw ValidationError(
                "\(option) is missing: without a study file --areas, --weight, --sites and --count are all needed.")
        }
        guard let count else { throw ValidationError("--count is missing: say how many hubs are wanted.") }
        guard count > 0 else { throw ValidationError("--count must be 1 or more, not \(count).") }
        guard ["mean", "reach", nil].contains(objective) else {
            throw ValidationError("--objective must be mean or reach, not \(objective ?? "").")
        }
        guard reach.map({ $0 > 0 && $0 <= 5_000 }) ?? true else {
            throw ValidationError("--reach must be more than 0 and at most 5000 minutes.")
        }
    }

    /// Reads the study and everything it names.
    /// - Parameters:
    ///   - out: the run folder, in which a study made from options will stand.
    ///   - tell: given each thing that was found in the files and taken.
    func prepare(out: String, tell: (String) -> Void) throws -> StudyRun {
        guard let areas, let weight, let sites, let count else {
            return try ScenarioFile.prepare(
                study ?? "", dataFolder: data.folder, barriers: barriers.barriers, keeping: cache.keeping)
        }
        var question = QuickQuestion(
            areas: areas, weight: weight, sites: sites, count: count, name: name, traveller: traveller)
        question.share = share
        question.areasKey = areasKey
        question.sitesKey = sitesKey
        question.sitesName = sitesName
        question.objective = objective
        question.reach = reach
        question.crs = crs
        return try StudyRun.prepare(question, in: out, tell: tell)
    }
}
