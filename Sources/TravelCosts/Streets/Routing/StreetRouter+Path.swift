extension StreetRouter {
    /// The route from one place to another.
    /// - Returns: nil when there is none within the profile's limit.
    package func path(from start: StreetSnap, to end: StreetSnap) -> StreetPath? {
        guard let leg = legs(from: start, to: [end])[0] else { return nil }
        return workers.with { worker in
            worker.run(streets(towards: false).graph, from: ends(start, leaving: true), limit: profile.limit)
            let offset = profile.offsetCost(start) + profile.offsetCost(end)
            var path = StreetPath(leg: leg)
            if let only = direct(start, end, towards: false), only.cost + offset == leg.cost {
                path.append(network, Int(start.edge), from: start.millimetres, to: end.millimetres)
                return path
            }
            for (node, last) in ends(end, leaving: false) {
                let known = worker.costs[Int(node)]
                guard known != .max, known + last.cost + offset == leg.cost else { continue }
                let route = worker.route(to: node, self, towards: false)
                let entry = route.first?.node ?? node
                path.append(network, start, toward: entry, cost: worker.costs[Int(entry)], self)
                for (from, edge) in route { path.append(network, edge, from: from) }
                path.append(network, end, from: node)
                return path
            }
            return nil
        }
    }
}
