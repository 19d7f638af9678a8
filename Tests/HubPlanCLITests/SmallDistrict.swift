import HubPlanTestSupport

/// A made-up district of sixteen areas and nine halls, solved in a moment.
enum SmallDistrict {
    /// Jobs over a small district, each a study `study-0.yaml` and so on, and a number of hubs.
    ///
    /// - Parameters:
    ///   - scratch: where its files go.
    ///   - jobs: how many studies.
    ///   - sites: name of the file of sites.
    /// - Returns: path of the file of jobs.
    static func write(in scratch: ScratchFolder, jobs: Int = 6, sites file: String = "sites.csv") throws -> String {
        try writeTables(in: scratch, sites: file)
        for job in 0..<jobs {
            _ = try scratch.write("study-\(job).yaml", SquareTown.study("District \(job)", hubs: 1 + job, sites: file))
        }
        let list = (0..<jobs).map { "  - {name: job-\($0), study: study-\($0).yaml}\n" }.joined()
        return try scratch.write("jobs.yaml", "batch: District\ndefaults: {gap: 0}\njobs:\n" + list)
    }

    /// - Parameters:
    ///   - scratch: where the files go.
    ///   - folder: of the tables in it, which exists; ends with a stroke.
    ///   - file: name of the file of sites.
    static func writeTables(in scratch: ScratchFolder, _ folder: String = "", sites file: String = "sites.csv") throws {
        let children = (0..<16).map { 20 + $0 * 7 % 50 }
        _ = try scratch.write(folder + "areas.csv", SquareTown.areas(children: children))
        let sites = (0..<9).map { "s\($0),Hall \($0),\(400_500 + $0 % 3 * 1_500),\(300_500 + $0 / 3 * 1_500)\n" }
        _ = try scratch.write(folder + file, "id,name,x,y\n" + sites.joined())
    }
}
