import HubModel
import Testing

@testable import TravelCosts

@Suite struct GatePathTests {
    private static let seeds = Array(UInt64(1)...60)

    private func isClose(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) < 1e-3 }

    @Test(arguments: seeds) func aSearchFindsWhatAllPairsOverAllGatesFind(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        for byVehicle in [false, true] {
            let (found, plain) = (try town.efforts(byVehicle: byVehicle), try town.plainEfforts(byVehicle: byVehicle))
            for (row, plainRow) in zip(found, plain) {
                for (a, b) in zip(row, plainRow) { #expect(isClose(a, b), "\(a) and \(b)") }
            }
        }
    }

    @Test func someMadeTownsHaveDetoursSomeMinutesAndSomePlacesCutOff() throws {
        var (detours, minutes, cutOff) = (0, 0, 0)
        for seed in Self.seeds {
            let town = GateTown(seed: seed)
            let paths = GatePaths(try town.network(), byVehicle: false, metresPerMinute: 60)
            for site in town.sites.indices {
                let reached = paths.reach(site: site, within: 1e9)
                cutOff += town.areas.count - reached.count
                minutes += reached.count { $0.minutes > 0 }
                detours += reached.count {
                    $0.metres > 1.01 * town.areas[Int($0.area)].distance(to: town.sites[site])
                }
            }
        }
        #expect(detours > 100)
        #expect(minutes > 100)
        #expect(cutOff > 100)
    }

    @Test(arguments: seeds) func noWayIsShorterThanTheStraightLine(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        for (site, row) in try town.efforts().enumerated() {
            for (area, effort) in row.enumerated() {
                #expect(effort >= town.areas[area].distance(to: town.sites[site]) - 1e-9)
            }
        }
    }

    @Test(arguments: seeds) func withoutBarriersEveryWayIsTheStraightLineExactly(seed: UInt64) throws {
        var town = GateTown(seed: seed)
        (town.barriers, town.crossings) = ([], [])
        for (site, row) in try town.efforts().enumerated() {
            #expect(row == town.areas.map { $0.distance(to: town.sites[site]) })
        }
    }

    @Test(arguments: seeds) func thereIsAsFarAsBack(seed: UInt64) throws {
        let there = GateTown(seed: seed)
        var back = there
        (back.areas, back.sites) = (there.sites, there.areas)
        let (out, home) = (try there.efforts(), try back.efforts())
        for site in there.sites.indices {
            for area in there.areas.indices { #expect(isClose(out[site][area], home[area][site])) }
        }
    }

    @Test(arguments: seeds) func aStopOnTheWayNeverShortensIt(seed: UInt64) throws {
        var town = GateTown(seed: seed)
        town.sites += town.areas
        town.areas = town.sites
        let efforts = try town.efforts()
        for a in efforts.indices {
            for b in efforts.indices {
                for c in efforts.indices { #expect(efforts[a][c] <= efforts[a][b] + efforts[b][c] + 1e-3) }
            }
        }
    }

    @Test(arguments: seeds) func anotherCrossingNeverLengthensAWay(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        guard let last = town.crossings.last else { return }
        var fewer = town
        fewer.crossings.removeLast()
        var quicker = town
        quicker.crossings[town.crossings.count - 1].minutes = last.minutes / 2
        for (changed, better) in [(fewer, town), (town, quicker)] {
            for (long, short) in zip(try changed.efforts(), try better.efforts()) {
                for (a, b) in zip(long, short) { #expect(b <= a + 1e-3) }
            }
        }
    }

    @Test(arguments: seeds) func takingABarrierAwayNeverLengthensAWay(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        let before = try town.efforts()
        for number in town.barriers.indices {
            var fewer = town
            fewer.barriers.remove(at: number)
            for (long, short) in zip(before, try fewer.efforts()) {
                for (a, b) in zip(long, short) { #expect(b <= a + 1e-3, "barrier \(number)") }
            }
        }
    }

    @Test(arguments: seeds) func aLimitLeavesOutOnlyWhatIsBeyondIt(seed: UInt64) throws {
        let town = GateTown(seed: seed)
        let (all, near) = (try town.efforts(), try town.efforts(limit: 6000))
        for (whole, cut) in zip(all, near) {
            for (a, b) in zip(whole, cut) { #expect(a <= 6000 ? isClose(a, b) : b == .infinity) }
        }
    }
}
