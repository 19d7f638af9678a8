/// Tables and study of a made-up town: sixteen areas in a square, a kilometre apart, and halls that a test places.
package enum SquareTown {
    /// The table of areas.
    /// - Parameter children: of each area, row by row.
    package static func areas(children: [Int]) -> String {
        let rows = children.enumerated().map { index, children in
            let (x, y) = (400_500 + index % 4 * 1_000, 300_500 + index / 4 * 1_000)
            return "E010000\(10 + index),Area \(index),\(x),\(y),urban,\(children),100,30\n"
        }
        return "code,name,x,y,kind,children,households,nocar\n" + rows.joined()
    }

    /// The text of a study of the town.
    /// - Parameters:
    ///   - title: of the study.
    ///   - hubs: that are asked for.
    ///   - file: name of the file of sites, with `id`, `name`, `x` and `y`.
    package static func study(_ title: String, hubs: Int, sites file: String = "sites.csv") -> String {
        """
        hubplan: 1
        name: \(title)
        crs: EPSG:27700
        areas:
          file: areas.csv
          key: code
          vintage: LSOA 2021
          name: name
          point: {x: x, y: y, crs: EPSG:27700}
          settlement: {column: kind, urban: urban, rural: rural}
        households: {total: households, withoutCar: nocar}
        services:
          youngFutures:
            children: children
            count: \(hubs)
            objective: mean
            travel: {traveller: youngPersonAlone}
        sites:
          halls:
            file: \(file)
            key: id
            name: name
            point: {x: x, y: y, crs: EPSG:27700}
            suits: [youngFutures]
        """
    }
}
