/// Generalised minutes, there and back, as a whole number of tenths: 125 is 12.5 minutes.
///
/// Costs are whole numbers so that bounds are exact and runs repeat on any machine.
package typealias TenthMinutes = UInt32
