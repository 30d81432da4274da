package ingest

import (
	"path"
	"strings"
)

// uploads are the folders in which systems keep the pictures of a site: a copy of one
// often lies beside an export, as the backup of the site has it.
var uploads = []string{"wp-content/uploads/", "content/images/", "sites/default/files/"}

// beside returns the bytes of a picture of the web that lies in such a folder beside the
// file, false when there is none. The address is followed from the folder's name on.
func (c *collector) beside(address string) ([]byte, bool) {
	if c.input.Open == nil {
		return nil, false
	}
	for _, folder := range uploads {
		i := strings.Index(address, "/"+folder)
		if i < 0 {
			continue
		}
		name := path.Clean(address[i+1:])
		if !localPath(name) || !strings.HasPrefix(name, folder) {
			continue
		}
		for _, try := range []string{name, strings.TrimPrefix(name, path.Dir(strings.TrimSuffix(folder, "/"))+"/")} {
			if data, err := c.input.Open(path.Join(c.input.Dir, try)); err == nil && len(data) <= maxPicture {
				return data, true
			}
		}
	}
	return nil, false
}
