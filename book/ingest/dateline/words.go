package dateline

// zones are the names of zones that mean one offset from UTC only, in minutes.
var zones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "hec": 120,
	"eet": 120, "eest": 180, "msk": 180, "hkt": 480, "sgt": 480, "kst": 540, "jst": 540,
	"est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}

// clocks are the names of zones that have summer time: their offset in winter, in
// minutes.
var clocks = map[string]int{"et": -300, "ct": -360, "mt": -420, "pt": -480}
