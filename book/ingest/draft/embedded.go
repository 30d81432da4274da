package draft

import (
	"encoding/base64"
	"net/url"
	"strings"
)

// Embedded returns the bytes in a data address (RFC 2397), or why there are
// none.
func Embedded(src string) (data []byte, why string) {
	head, body, ok := strings.Cut(src, ",")
	if !ok {
		return nil, "is empty"
	}
	s, err := url.PathUnescape(body)
	if err != nil {
		return nil, "is damaged"
	}
	if strings.HasSuffix(head, ";base64") {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(s), ""))
		if err != nil {
			return nil, "is damaged"
		}
		return data, ""
	}
	return []byte(s), ""
}
