package markdown

import "testing"

// TestQuoteForms holds marks whose form alone says what they are, and what stands near
// them. Values are those of style guides of the languages.
func TestQuoteForms(t *testing.T) {
	for _, tt := range []struct{ lang, in, want string }{
		{"fr", `L'"affaire" et l'eau, qu'"on" dit, "c'est l'"affaire" ici"`, "L’«\u202faffaire\u202f» et l’eau, qu’«\u202fon\u202f» dit, «\u202fc’est l’«\u202faffaire\u202f» ici\u202f»"},
		{"fr", `d'«or», l'“été” et aujourd'hui`, "d’«or», l’“été” et aujourd’hui"},
		{"it", `all'"Isola", un po' di sole, il '900, dell'‘arte’, 'sto caso`, "all’«Isola», un po’ di sole, il ’900, dell’‘arte’, ’sto caso"},
		{"ca", `l'"home" d'"aquí"`, "l’«home» d’«aquí»"},
		{"en", `the l'"été" and d'"or" of "L'"été""`, "the l’“été” and d’“or” of “L’“été””"},
		{"en", `'tisn't so, 'twasn't; 'Tis. get 'em, 'em' is a word, rock 'n' roll`, "’tisn’t so, ’twasn’t; ’Tis. get ’em, ‘em’ is a word, rock ’n’ roll"},
		{"en", `the '90s, '07, the '20th century' and 'tweren't`, "the ’90s, ’07, the ‘20th century’ and ’tweren’t"},
		{"en", `'The boys' room is there,' he said. 'Dogs' and 'cats'.`, "‘The boys’ room is there,’ he said. ‘Dogs’ and ‘cats’."},
		{"de", `Die '90er, in den '90ern, 's war so. Hans' Haus, geht's, so 'n Ding?`, "Die ’90er, in den ’90ern, ’s war so. Hans’ Haus, geht’s, so ’n Ding?"},
		{"de", `'Das ist Hans' Haus', sagte er, 'und Ruh'.'`, "‚Das ist Hans’ Haus‘, sagte er, ‚und Ruh‘.’"},
		{"de", `das l'"été" hier`, "das l’„été“ hier"},
		{"nl", `'s ochtends in 't huis, '90-jaren`, "’s ochtends in ’t huis, ’90-jaren"},
		{"af", `'n Boek`, "’n Boek"},
		{"el", `Θα 'ρθω απ' το σπίτι, τα 'χω`, "Θα ’ρθω απ’ το σπίτι, τα ’χω"},
		{"he", `צה"ל, ג'ורג', רח' "שלום"`, "צה״ל, ג׳ורג׳, רח׳ ”שלום”"},
		{"uk", `п'ять, "об'єкт"`, "п’ять, «об’єкт»"},
		{"tr", `İstanbul'da "Ankara'nın"`, "İstanbul’da “Ankara’nın”"},
		{"en", `51°30'26" N, 0° 7' 39.5" W, 51°30', "5'10" tall"`, "51°30′26″ N, 0° 7′ 39.5″ W, 51°30′, “5′10″ tall”"},
		{"en", `6' x 3", a 12" record, "at 4'33" sharp"`, "6′ x 3″, a 12″ record, “at 4′33″ sharp”"},
		{"ja", `"51°30'26""と'中'`, "「51°30′26″」と『中』"},
	} {
		if got := Quote(tt.in, tt.lang); got != tt.want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.lang, tt.in, got, tt.want)
		}
	}
}
