import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct StreetNetworkTests {
    private func edge(_ network: StreetNetwork, _ a: Int64, _ b: Int64) -> StreetEdge? {
        network.edges.first { Set([network.nodeIDs[Int($0.from)], network.nodeIDs[Int($0.to)]]) == Set([a, b]) }
    }

    @Test func waysAreCutWhereTheyMeetAndOnlyTheLargestPartIsKept() throws {
        let network = try StreetNetwork(CrossTown.extract(), mode: .foot)
        #expect(network.nodeIDs.sorted() == [1, 2, 3, 4, 6, 7, 8])
        #expect(network.counts.parts == 2)
        #expect(network.counts.allNodes == 9)
        #expect(network.counts.edges == 8)
        #expect(abs(network.counts.leftOutKilometres - 0.1 * CrossTown.unit) < 1e-5)
        #expect(network.counts.steps == 1)
        #expect(network.counts.unlit == 1)
        let lane = try #require(edge(network, 2, 8))
        #expect(lane.millimetres == UInt32((400 * CrossTown.unit * 1000).rounded()))
    }

    @Test func aWayThatOnlyBendsIsOneEdgeWithTheWholeLength() throws {
        let network = try StreetNetwork(
            CrossTown.extract(ways: [.init(1, [1, 2, 8, 6], ["highway": "path"])]), mode: .foot)
        #expect(network.nodeIDs.sorted() == [1, 6])
        #expect(network.edges[0].millimetres == UInt32((1400 * CrossTown.unit * 1000).rounded()))
        #expect(network.corners.count == 4)
    }

    @Test func halfACrossingIsMetWhereALaneGoesOnAcrossAMainRoad() throws {
        let plain = try StreetNetwork(CrossTown.extract(), mode: .foot)
        let crossings = { (network: StreetNetwork, a: Int64, b: Int64) -> Set<CrossingClass> in
            self.edge(network, a, b).map { [$0.fromCrossing, $0.toCrossing] } ?? []
        }
        #expect(crossings(plain, 7, 2) == [.none, .uncontrolled])
        #expect(crossings(plain, 2, 8) == [.none, .uncontrolled])
        #expect(crossings(plain, 1, 2) == [.none])
        #expect(crossings(plain, 1, 4) == [.none], "a lane that ends at the road does not cross it")
        let lights = try StreetNetwork(CrossTown.extract(tags: [2: ["highway": "traffic_signals"]]), mode: .foot)
        #expect(crossings(lights, 2, 8) == [.none, .signals])
        let rails = try StreetNetwork(CrossTown.extract(tags: [4: ["railway": "level_crossing"]]), mode: .foot)
        #expect(crossings(rails, 1, 4) == [.none, .level])
        #expect(crossings(rails, 4, 8) == [.none, .level])
    }

    @Test func carsKeepToTheirDirection() throws {
        let network = try StreetNetwork(CrossTown.extract(), mode: .car)
        #expect(edge(network, 3, 6) == nil, "whoever drove in could not drive out again")
        #expect(edge(network, 4, 8) == nil)
        #expect(network.nodeIDs.sorted() == [1, 2, 3, 4, 7, 8])
    }

    @Test func carsStopAtABollardAndReachItFromBothSides() throws {
        let ways: [StreetFileMaker.Way] = [
            .init(1, [1, 2, 3], ["highway": "primary"]), .init(2, [1, 4, 8], ["highway": "residential"]),
            .init(3, [8, 2], ["highway": "residential"]),
        ]
        func edges(_ tags: [String: String], _ mode: StreetMode) throws -> [Set<Int64>] {
            let network = try StreetNetwork(CrossTown.extract(ways: ways, tags: [4: tags]), mode: mode)
            return network.edges.map {
                Set([network.nodeIDs[Int($0.from)], network.nodeIDs[Int($0.to)]])
            }
        }
        let open: [Set<Int64>] = [[1, 2], [2, 3], [1, 8], [8, 2]]
        #expect(try edges([:], .car) == open)
        #expect(try edges(["barrier": "cattle_grid"], .car) == open)
        #expect(try edges(["barrier": "gate", "motor_vehicle": "yes"], .car) == open)
        #expect(try edges(["barrier": "bollard"], .foot) == open)
        #expect(try edges(["barrier": "bollard"], .cycle) == open)
        for barred in [["barrier": "bollard"], ["barrier": "gate"], ["barrier": "block", "access": "no"]] {
            #expect(try edges(barred, .car) == [[1, 2], [2, 3], [1, 4], [4, 8], [8, 2]])
            let network = try StreetNetwork(CrossTown.extract(ways: ways, tags: [4: barred]), mode: .car)
            #expect(network.nodeIDs.sorted() == [1, 2, 3, 4, 4, 8])
            #expect(network.counts.parts == 1)
        }
    }

    @Test func aBollardWhereWaysMeetPartsThemAll() throws {
        let ways: [StreetFileMaker.Way] = [
            .init(1, [1, 2, 3], ["highway": "primary"]), .init(2, [7, 2, 8], ["highway": "residential"]),
        ]
        let network = try StreetNetwork(CrossTown.extract(ways: ways, tags: [2: ["barrier": "block"]]), mode: .car)
        #expect(network.counts.parts == 4)
        #expect(network.edges.count == 1)
    }

    @Test func noStreetsAtAllIsTold() throws {
        let extract = try CrossTown.extract(ways: [.init(1, [1, 2], ["highway": "steps"])])
        #expect(throws: TravelError.self) { try StreetNetwork(extract, mode: .car) }
        #expect(try StreetNetwork(extract, mode: .foot).edgeCount == 1)
    }
}
