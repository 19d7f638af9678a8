internal import HubModel

/// Shortest ways from one site to all areas through gates: straight inside a face, Dijkstra over the gates between faces.
///
/// What is shortest is the **effort**: metres, and for each minute of crossing the metres that are walked in it. Effort
/// is symmetric, keeps the triangle inequality, is never less than the straight line and equals it where there is no
/// barrier; another gate never lengthens it.
package struct GatePaths: Sendable {
    /// How an area is reached.
    package struct Reach: Sendable {
        package var area: UInt32
        /// Straight metres through the gates, one way.
        package var metres: Double
        /// Minutes of crossing, one way.
        package var minutes: Double
        /// Index into the network's gates of the last one before the area; nil when none is passed.
        package var lastGate: Int?
    }

    package let network: FaceNetwork
    /// Whether gates for walkers only are left out.
    package let byVehicle: Bool
    /// Metres that count as much as a minute of crossing; above 0.
    package let metresPerMinute: Double
    private let strips: FaceStrips
    /// Gates that may be used, and both sides of each: the first sides of all, then the second ones.
    private let usable: [Int]
    private let gateStrips: FaceStrips

    /// - Parameters:
    ///   - network: areas, sites and gates.
    ///   - byVehicle: whether gates for walkers only are left out.
    ///   - metresPerMinute: metres that count as much as a minute of crossing; above 0.
    package init(_ network: FaceNetwork, byVehicle: Bool, metresPerMinute: Double) {
        self.network = network
        self.byVehicle = byVehicle
        self.metresPerMinute = metresPerMinute
        strips = FaceStrips(network.areas, faceOf: network.areaFaces)
        let usable = network.gates.indices.filter { network.gates[$0].carriesVehicles || !byVehicle }
        let gates = usable.map { network.gates[$0] }
        self.usable = usable
        gateStrips = FaceStrips(
            gates.map(\.point) + gates.map(\.point), faceOf: gates.map(\.faceA) + gates.map(\.faceB))
    }

    /// Every area whose effort is at most `limit` metres, ascending.
    package func reach(site: Int, within limit: Double) -> [Reach] {
        var search = Search(self, limit: limit)
        search.run(from: site)
        return search.found()
    }

    /// The gates passed between an area and a site, in the order met from the area; nil when the effort is over `limit`.
    package func gates(area: Int, site: Int, within limit: Double) -> [FaceNetwork.Gate]? {
        var search = Search(self, limit: limit)
        search.run(from: site)
        guard search.areaEffort[area] <= limit else { return nil }
        var passed: [FaceNetwork.Gate] = []
        var next = search.areaGate[area]
        while next >= 0 {
            passed.append(network.gates[Int(next)])
            next = search.gateBefore[Int(next)]
        }
        return passed
    }

    /// One search from one site. Tuned; its plain twin, all pairs over all gates, stands in the tests.
    private struct Search {
        let paths: GatePaths
        let limit: Double
        var areaEffort: [Double]
        var areaMetres: [Double]
        var areaGate: [Int32]
        var gateEffort: [Double]
        var gateMetres: [Double]
        var gateBefore: [Int32]
        /// The face that the best way to a gate lies in: what else lies there is nearer from where the way comes from.
        var gateFrom: [UInt32]
        var heap = EffortHeap()

        init(_ paths: GatePaths, limit: Double) {
            self.paths = paths
            self.limit = limit
            let (areas, gates) = (paths.network.areas.count, paths.network.gates.count)
            areaEffort = [Double](repeating: .infinity, count: areas)
            areaMetres = areaEffort
            areaGate = [Int32](repeating: -1, count: areas)
            gateEffort = [Double](repeating: .infinity, count: gates)
            gateMetres = gateEffort
            gateBefore = [Int32](repeating: -1, count: gates)
            gateFrom = [UInt32](repeating: 0, count: gates)
        }

        mutating func run(from site: Int) {
            let network = paths.network
            expand(
                network.sites[site], network.siteCells[site], network.siteFaces[site], effort: 0, metres: 0, half: 0,
                gate: -1)
            while let (effort, number) = heap.pop() {
                let gate = network.gates[Int(number)]
                guard effort <= gateEffort[Int(number)] else { continue }
                let half = gate.minutes / 2
                for (face, cell) in [(gate.faceA, gate.cellA), (gate.faceB, gate.cellB)]
                where face != gateFrom[Int(number)] {
                    expand(
                        gate.point, cell, face, effort: effort, metres: gateMetres[Int(number)], half: half,
                        gate: Int32(number))
                }
            }
        }

        /// Reaches what lies in one face from one point. Half the minutes of a gate count on either side of it.
        private mutating func expand(
            _ point: Point, _ cell: UInt32, _ face: UInt32, effort: Double, metres: Double, half: Double, gate: Int32
        ) {
            let network = paths.network
            let perMinute = paths.metresPerMinute
            paths.strips.visit(face, near: point, within: limit - effort) { area, distance in
                let minutes = half + network.minutes(cell, network.areaCells[area])
                let total = effort + (distance + perMinute * minutes)
                if total < areaEffort[area] {
                    areaEffort[area] = total
                    areaMetres[area] = metres + distance
                    areaGate[area] = gate
                }
            }
            paths.gateStrips.visit(face, near: point, within: limit - effort) { side, distance in
                let next = paths.usable[side % paths.usable.count]
                guard Int32(next) != gate else { return }
                let target = network.gates[next]
                let nextCell = side < paths.usable.count ? target.cellA : target.cellB
                let minutes = half + network.minutes(cell, nextCell) + target.minutes / 2
                let total = effort + (distance + perMinute * minutes)
                guard total <= limit, total < gateEffort[next] else { return }
                gateEffort[next] = total
                gateMetres[next] = metres + distance
                gateBefore[next] = gate
                gateFrom[next] = face
                heap.push(total, UInt32(next))
            }
        }

        func found() -> [Reach] {
            areaEffort.indices.filter { areaEffort[$0] <= limit }.map { area in
                Reach(
                    area: UInt32(area), metres: areaMetres[area],
                    minutes: max(0, (areaEffort[area] - areaMetres[area]) / paths.metresPerMinute),
                    lastGate: areaGate[area] < 0 ? nil : Int(areaGate[area]))
            }
        }
    }
}
