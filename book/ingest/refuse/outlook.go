package refuse

import "bytes"

// isOutlook reports whether a file is a mail of Outlook: a compound file, as old Word files
// are, with streams named for the properties of mails, in UTF-16 (MS-OXMSG, 2.1).
func isOutlook(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(data, []byte("_\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00"))
}
