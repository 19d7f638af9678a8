/// A street graph's nodes in a tree, and for each node the ones above it in the tree through which all that lies below
/// is left and entered.
///
/// The parent of a node is the first of those around it at its ``Elimination`` to go after it. All of those around it
/// then are its ancestors (Liu 1990, the elimination tree), and so what lies below a node meets the rest of the graph
/// at its ancestors alone. Places count the nodes parents first and each node's descendants straight after it.
struct StreetShape: Sendable {
    /// The place of each node of the graph.
    let places: [UInt32]
    /// For each place, the one after its last descendant.
    let ends: [UInt32]
    /// Where in `above` each place's links begin, and at the end where the last ones stop.
    let first: [UInt32]
    /// The upper end of each link, rising; the last of a place's is its parent.
    let above: [UInt32]
    /// The link that each of the graph's arcs runs along; `UInt32.max` for one that leads nowhere else.
    let links: [UInt32]

    var nodeCount: Int { places.count }

    /// The places themselves and all that lie above them in the tree, each once, lowest first.
    /// - Parameters:
    ///   - places: any, repeats allowed.
    ///   - marks: one a place, all false; set at what is returned.
    func above(_ places: [Int], marking marks: UnsafeMutableBufferPointer<Bool>) -> [Int] {
        var found: [Int] = []
        for place in places {
            var next = place
            while !marks[next] {
                marks[next] = true
                found.append(next)
                let links = Int(first[next])..<Int(first[next + 1])
                guard let last = links.last else { break }
                next = Int(above[last])
            }
        }
        return found.sorted(by: >)
    }

    init(_ graph: StreetGraph) {
        let elimination = Elimination(graph)
        let nodes = graph.nodeCount
        var turn = [UInt32](repeating: 0, count: nodes)
        for (number, node) in elimination.order.enumerated() { turn[Int(node)] = UInt32(number) }
        let parents = (0..<nodes).map { number in
            elimination.around(number).map { turn[Int($0)] }.min()
        }
        var sizes = [UInt32](repeating: 1, count: nodes)
        for (number, parent) in parents.enumerated() {
            if let parent { sizes[Int(parent)] += sizes[number] }
        }
        var (next, free, ends) = ([UInt32](repeating: 0, count: nodes), UInt32(0), [UInt32](repeating: 0, count: nodes))
        var places = ends
        for number in (0..<nodes).reversed() {
            let place: UInt32
            if let parent = parents[number] {
                place = next[Int(parent)]
                next[Int(parent)] += sizes[number]
            } else {
                place = free
                free += sizes[number]
            }
            next[number] = place + 1
            places[Int(elimination.order[number])] = place
            ends[Int(place)] = place + sizes[number]
        }
        (self.places, self.ends) = (places, ends)
        (first, above) = Self.links(elimination, places)
        links = Self.runs(graph, places, first, above)
    }

    private static func links(_ elimination: Elimination, _ places: [UInt32]) -> (first: [UInt32], above: [UInt32]) {
        var numbers = [UInt32](repeating: 0, count: places.count)
        for (number, node) in elimination.order.enumerated() { numbers[Int(places[Int(node)])] = UInt32(number) }
        var (first, above) = ([UInt32(0)], [UInt32]())
        first.reserveCapacity(places.count + 1)
        above.reserveCapacity(elimination.around.count)
        for number in numbers {
            let start = above.count
            for node in elimination.around(Int(number)) { above.append(places[Int(node)]) }
            above[start...].sort()
            first.append(UInt32(above.count))
        }
        return (first, above)
    }

    private static func runs(
        _ graph: StreetGraph, _ places: [UInt32], _ first: [UInt32], _ above: [UInt32]
    ) -> [UInt32] {
        var links = [UInt32](repeating: .max, count: graph.arcs.count)
        for node in 0..<graph.nodeCount {
            for arc in graph.row(UInt32(node)) {
                let (tail, head) = (places[node], places[Int(graph.arcs[arc].head)])
                let (lower, upper) = (max(tail, head), min(tail, head))
                var link = Int(first[Int(lower)])
                while link < Int(first[Int(lower) + 1]) {
                    if above[link] == upper {
                        links[arc] = UInt32(link)
                        break
                    }
                    link += 1
                }
            }
        }
        return links
    }
}
