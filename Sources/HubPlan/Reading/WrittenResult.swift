internal import Foundation
internal import HubModel
internal import Regions

/// What `result.json` says, as far as it is read back. Members that are not needed are not named.
struct WrittenResult: Decodable {
    struct Study: Decodable {
        var name: String
        var path: String
        var sha256: String
    }

    struct Status: Decodable {
        var code: String
        var stop: String?
        var stoppedAt: [Int]
        var totalBound: Int64?
        var totalWeights: [Int64]?
        var work: Int64?
        var method: String?
    }

    struct Service: Decodable {
        var id: String
        var plan: [String]
        var objective: Int64
        var bound: Int64?
    }

    struct Best: Decodable {
        struct Service: Decodable {
            var id: String
            var objective: Int64
            var bound: Int64?
        }
        var stop: String
        var stoppedAt: [Int]
        var totalBound: Int64?
        var totalWeights: [Int64]?
        var work: Int64
        var method: String
        var plan: [String: [String]]
        var services: [Service]
    }

    struct Match: Decodable {
        var service: String
        var entry: String
        var site: String
        var metres: Double?
    }

    struct Parameters: Decodable {
        var gap: Double
        var work: Int64?
        var nodes: Int?
        var memory: Int64?
        var seed: String
    }

    struct Input: Decodable {
        var path: String
        var sha256: String
        var bytes: Int
        var role: String
    }

    struct Finding: Decodable {
        var kind: String
        var sentence: String
    }

    /// What residents' voices moved, by the ids of the sites.
    struct Move: Decodable {
        var service: String
        var from: String
        var to: String
    }

    static let schema = "hubplan-result/1"

    var schema: String
    var study: Study
    var status: Status
    var services: [Service]
    var best: Best?
    var matching: [Match]
    var parameters: Parameters
    var inputs: [Input]
    var findings: [Finding]
    var publish: String?
    var moves: [Move]?

    /// - Throws: `HubPlanError` when there is no result, or one of another schema.
    init(folder: String) throws {
        let path = URL(fileURLWithPath: folder).appendingPathComponent("result.json")
        guard let data = try? Data(contentsOf: path) else {
            throw HubPlanError("\(folder) is no run folder: it holds no result.json. Give the folder that solve wrote.")
        }
        do {
            self = try JSONDecoder().decode(Self.self, from: data)
        } catch {
            throw HubPlanError(
                "\(folder)/result.json cannot be read as a result of hubplan (\(Self.schema)): solve the study again.")
        }
        guard schema == Self.schema else {
            throw HubPlanError(
                "\(folder)/result.json has the schema \(schema), and this hubplan reads \(Self.schema): solve again.")
        }
    }

    /// Files that the study was made from, where it stands in none itself: what was read before any data.
    var origins: [InputFile] {
        inputs.filter { StudyText.originRoles.contains($0.role) }.map {
            InputFile(path: $0.path, sha256: $0.sha256, bytes: $0.bytes, records: nil, role: $0.role)
        }
    }

    /// - Throws: `HubPlanError` when the buildings were left out of the run.
    func requireBuildings(folder: String) throws {
        guard publish == "places" else { return }
        throw HubPlanError(
            "\(folder) was published with places only, so it does not tell which buildings its hubs are. Give the folder "
                + "that was kept, written without --publish places.")
    }
}
