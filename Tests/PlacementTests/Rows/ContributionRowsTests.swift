import HubModel
import HubPlanTestSupport
import Testing

@testable import Placement

@Suite struct ContributionRowsTests {
    @Test(arguments: RandomProblem.Objective.allCases, [1, 2, 9])
    func keepTheContractOfARow(_ objective: RandomProblem.Objective, _ length: Int) throws {
        for seed in UInt64(0)..<80 {
            var service = RandomProblem.service(seed: seed, objective: objective)
            service.travel = ShortRows(service.travel)
            let rows = ContributionRows(try ContributionSource(service), length: length, threads: 2)
            for row in 0..<rows.count {
                let range = rows.range(row)
                let listed = Set(rows.sites[range])
                #expect(listed.count == range.count)
                for k in range.dropFirst() {
                    #expect((rows.values[k - 1], rows.sites[k - 1]) < (rows.values[k], rows.sites[k]))
                }
                for k in range { #expect(rows.values[k] == rows.value(row: row, site: rows.sites[k])) }
                for site in UInt32(0)..<UInt32(service.siteCount)
                where !listed.contains(site) && !service.lockedOut.contains(site) {
                    let value = rows.value(row: row, site: site)
                    #expect(rows.isRadiusExact[row] ? value == rows.radius[row] : value >= rows.radius[row])
                }
            }
        }
    }

    /// Two kinds of household that order the sites differently get a row each, or the sum would not be exact.
    @Test func splitsAnAreaWhoseHouseholdsDisagree() throws {
        let travel = TravelMatrix(areaCount: 1, siteCount: 2, withoutCar: [10, 50], withCar: [9, 1])
        let service = ServiceProblem(
            id: "split", siteIndices: [0, 1], siteNames: [], travel: travel, weights: [3, 4], burden: .mean, count: 2)
        let rows = ContributionRows(try ContributionSource(service), length: 2, threads: 1)
        #expect(rows.count == 2)
        #expect(rows.values == [30, 150, 4, 36])
        #expect(rows.sites == [0, 1, 1, 0])
    }

    @Test func columnsHoldTheSamePairs() throws {
        let service = ScatteredTown.service(areas: 30, sites: 20, count: 3, seed: 6, grain: 40)
        let rows = ContributionRows(try ContributionSource(service), length: 20, threads: 1)
        let cap = rows.radius.map { $0 / 3 }
        let active: [UInt32] = [1, 4, 9, 16]
        let columns = ContributionColumns(rows, active: active, cap: cap)
        for site in UInt32(0)..<20 {
            let place = Int(columns.slot[Int(site)])
            #expect((place >= 0) == active.contains(site))
            guard place >= 0 else { continue }
            let wanted = (0..<rows.count).filter { rows.value(row: $0, site: site) < cap[$0] }
            #expect(columns.rows[columns.range(place)].map { Int($0) } == wanted)
            #expect(
                columns.values[columns.range(place)].map { Int64($0) } == wanted.map { rows.value(row: $0, site: site) }
            )
        }
    }

    @Test func extendingAndCompactingKeepTheContract() throws {
        var service = ScatteredTown.service(areas: 30, sites: 20, count: 3, seed: 7)
        service.travel = ShortRows(service.travel)
        let short = ContributionRows(try ContributionSource(service), length: 3, threads: 1)
        let wanted = (0..<short.count).map { $0 % 2 == 0 }
        var keep = [Bool](repeating: true, count: 20)
        keep[5] = false
        var rows = short.compacted(keep: keep)
        rows.extend(wanted: wanted, length: 12, keep: keep, threads: 2)
        for row in 0..<rows.count {
            #expect(rows.range(row).count >= (wanted[row] ? 11 : 2))
            for site in UInt32(0)..<20 where keep[Int(site)] && !rows.sites[rows.range(row)].contains(site) {
                #expect(rows.value(row: row, site: site) >= rows.radius[row])
            }
            #expect(!rows.sites[rows.range(row)].contains(5))
            let left = rows.range(row).map { rows.value(at: $0, of: row) }
            #expect(left == rows.sites[rows.range(row)].map { rows.value(row: row, site: $0) })
        }
    }

    /// Weights too far apart from their common divisor for 4 bytes: the numbers are held whole, and stay the same.
    @Test func numbersThatDoNotFitAreHeldWhole() throws {
        var service = ScatteredTown.service(areas: 30, sites: 20, count: 3, seed: 8)
        let plain = ContributionRows(try ContributionSource(service), length: 20, threads: 1)
        service.weights = service.weights.map { $0 << 24 | ($0 > 0 ? 1 : 0) }
        let source = try ContributionSource(service)
        let rows = ContributionRows(source, length: 20, threads: 1)
        #expect(plain.multiples.isNarrow)
        #expect(source.bytesPerPair == 12 && !rows.multiples.isNarrow)
        for row in 0..<rows.count {
            for k in rows.range(row) {
                #expect(rows.value(at: k, of: row) == rows.value(row: row, site: rows.sites[k]))
            }
        }
        let columns = ContributionColumns(rows, active: [2, 7])
        for (place, site) in columns.sites.enumerated() {
            for k in columns.range(place) {
                #expect(Int64(columns.value(k)) == rows.value(row: Int(columns.rows[k]), site: site))
            }
        }
    }
}
