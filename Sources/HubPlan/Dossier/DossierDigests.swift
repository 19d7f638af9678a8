internal import Digests
internal import Foundation

/// What the files of a dossier were when hubplan wrote them, so that nothing that a person filled in is ever replaced.
struct DossierDigests {
    /// SHA-256 by file name; empty where the folder's `datapackage.json` tells none.
    private let written: [String: String]
    private let folder: URL

    private struct Package: Decodable {
        struct File: Decodable {
            var path: String
            var sha256: String
        }
        var written: [File]
    }

    /// - Parameter folder: of an earlier dossier; it need not be there.
    init(folder: URL) {
        self.folder = folder
        let package = (try? Data(contentsOf: folder.appendingPathComponent("datapackage.json")))
            .flatMap { try? JSONDecoder().decode(Package.self, from: $0) }
        written = Dictionary(
            (package?.written ?? []).map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }

    /// Names of files that stand there and are neither as hubplan wrote them nor as it would write them now, sorted.
    /// - Parameter files: those that are to take their place.
    func changed(_ files: [(name: String, text: String)]) -> [String] {
        files.filter { name, text in
            guard name != "datapackage.json",
                let data = try? Data(contentsOf: folder.appendingPathComponent(name)), data != Data(text.utf8)
            else { return false }
            return Self.digest(String(decoding: data, as: UTF8.self)) != written[name]
        }.map(\.name).sorted()
    }

    static func digest(_ text: String) -> String {
        var digest = SHA256()
        digest.update(text)
        return digest.finish()
    }
}
