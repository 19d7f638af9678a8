import HubPlanTestSupport

@testable import TravelCosts

/// A feed of a few rows in a folder: one operator, four stops, two routes, weekdays in June 2026.
///
/// Bus 1 leaves A at 16:00 for B (16:10) and C (16:20); bus 2 leaves B at 16:15 for D (16:30).
struct TinyFeed {
    let scratch: ScratchFolder
    var files: [String: String] = [
        "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\nop,Coast Buses,x,Europe/London\n",
        "stops.txt": """
        stop_id,stop_name,stop_lat,stop_lon,zone_id,location_type,parent_station
        A,Harbour,51.5,-3.0,inner,0,
        B,Market,51.51,-3.0,inner,0,
        C,Hill,51.52,-3.0,outer,0,
        D,Woods,51.51,-2.98,outer,0,

        """,
        "routes.txt": "route_id,agency_id,route_short_name,route_type\nr1,op,1,3\nr2,op,2,3\n",
        "calendar.txt": """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        week,1,1,1,1,1,0,0,20260601,20260630

        """,
        "trips.txt": "route_id,service_id,trip_id,trip_headsign\nr1,week,t1,Hill\nr2,week,t2,Woods\n",
        "stop_times.txt": """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
        t1,16:00:00,16:00:00,A,1,0,0
        t1,16:10:00,16:10:00,B,2,0,0
        t1,16:20:00,16:20:00,C,3,0,0
        t2,16:15:00,16:15:00,B,1,0,0
        t2,16:30:00,16:30:00,D,2,0,0

        """,
    ]

    init() throws { scratch = try ScratchFolder() }

    /// Writes the files and reads them.
    func read() throws -> TimetableFeed {
        for (name, text) in files { _ = try scratch.write(name, text) }
        return try TimetableFeed(path: scratch.path)
    }

    /// Replaces words in one file.
    mutating func replace(_ words: String, by other: String, in file: String) {
        files[file] = files[file]?.replacing(words, with: other)
    }

    /// Adds rows at the end of a file.
    mutating func append(_ rows: String, to file: String) {
        files[file, default: ""] += rows
    }

    /// A Tuesday on which it runs.
    static let tuesday = ServiceDate(number: 20_620)
}

/// The sentence of what goes wrong; "" when nothing does.
func sentence(_ work: () throws -> Void) -> String {
    do {
        try work()
        return ""
    } catch { return "\(error)" }
}
