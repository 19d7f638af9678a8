/// How far a plan can be from the best one, in the words of whoever solves.
package enum Gap {
    /// (objective − bound) / objective, from 0 to 1 where neither is negative; 0 where the bound reaches the objective.
    package static func fraction<Value: FixedWidthInteger>(_ objective: Value, above bound: Value) -> Double {
        objective > bound ? Double(objective - bound) / Double(objective) : 0
    }
}
