/// An error that whoever ran hubplan can mend: a whole sentence with file, row, field and value, and what to do.
///
/// The command line ends with status 2 for these and with 1 for anything else.
package protocol MendableError: Error, CustomStringConvertible {}
