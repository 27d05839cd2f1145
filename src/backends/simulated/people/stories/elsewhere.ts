/** Groups that Ana is not in: one with a password, one private, one public. */
export const darkroom = String.raw`
= -21d 20:10
omar: أهلًا بكم في نادي الغرفة المظلمة. Welcome to the darkroom club!
ingrid: Finally somebody else who likes the smell of fixer.
omar: كلمة السر مكتوبة على الباب
sofia-k: The password is on the door? The door of the *dark* room?
omar: This is why it is a good password.
 + 😂 ingrid sofia-k kwame
= -18d 19:00
omar: [image tunnel] First print from the tunnel roll, grade 3
 + 🔥 ingrid kwame
ingrid: Those blacks!
kwame: How long in the developer?
omar: 90 seconds at 20 °C.
= -15d 21:30
kwame: I built a timer that beeps each 10 s and then plays a short song.
ingrid: Which song?
kwame: It is a different song each time. You get to know a lot about yourself in the dark.
 + 🎶 omar ingrid
sofia-k: Can I use the enlarger on Monday evening?
omar: Of course, the key is with Priya.
= -12d 18:45
sofia-k: [image lake] My very first print. It has my thumb on it.
 + ❤️ omar ingrid kwame
omar: الإبهام توقيعك
ingrid: Signed edition.
= -8d 20:20
omar: Chemistry: fixer 1 l, stop bath empty, developer until the weekend.
kwame: I'll order. Same as last time?
omar: نعم، شكرًا
= -4d 19:15
ingrid: Does anybody want the 1967 enlarger lens I found? f/4, a bit of dust, tons of soul.
sofia-k: Me!
ingrid: Yours.
= -2d 22:00
omar: [image ridge] الحافة، ورق باريتا
 + 🤩 ingrid sofia-k kwame
kwame: I'd hang that.
= -7h
sofia-k: Who left the red light on? It's very romantic in here.
kwame: Sorry!
`;

export const board = String.raw`
= -20d 10:00
priya: Agenda for the board: rent, kiln insurance, a second wheel for beginners.
ben: And the roof.
kwame: And the roof.
priya: Rent goes up by 4 % in spring. The open studio should cover it.
ben: What if it rains?
priya: Then the roof becomes point one.
 + 😅 ben kwame
= -14d 11:20
priya: Insurance renewed, they want a photo of the extinguisher.
kwame: [image shelf] It is behind the shelf on the left, I promise
priya: They want it *visible*.
kwame: Moved.
= -8d 10:05
ben: A used wheel, 480, collected. Worth it?
priya: If it runs quietly, yes.
kwame: Heard it. It purrs.
priya: Approved.
ben: 🎉
= -3d 17:00
priya: We planned a surprise for Ana, didn't we? Five years of the studio next month.
ben: A kiln-shaped cake. Chiara knows. Nobody else.
kwame: I can make it glow.
 + 🤩 ben priya
priya: Glow *safely*.
= -1d 20:45
priya: 2,914 in the box. Rent is covered.
 + 🎉 ben kwame
ben: And nobody bought the ugly jug. It stays with us.
`;

export const cinema = String.raw`
= -22d 21:00
lena: Kino am Mittwoch! Jede Woche ein Film, wer kommt, stimmt ab.
mateo: ¡Apuntado!
chiara: Only if we eat first
lena: Natürlich.
= -21d 12:00
lena #vote: This week: the train one (🚂), the silent one (🤫) or the one with the goose (🪿)?
 + 🚂 mateo
 + 🪿 chiara ingrid noor
 + 🤫 yu
lena: Die Gans gewinnt.
 + 🪿 chiara noor
= -19d 23:40
noor: I did not expect to cry about a goose
chiara: NOBODY expects the goose
mateo: Qué final…
= -14d 12:10
lena: Diese Woche wählt @yu.
yu: 小津を一本、いかがでしょうか。
lena: Sehr gern!
= -12d 23:15
chiara: How can a film about a teapot be that beautiful
yu: 急須ではなく、家族の話ですよ。
chiara: I know. I KNOW.
 + 😭 lena mateo noor
= -7d 12:30
lena: Heute: Dokumentarfilm über Leuchttürme, 74 Minuten.
ingrid: I've been to four of them. I shall say so during the film.
lena: Genau davor habe ich Angst.
 + 😂 ingrid noor mateo
= -5d 23:05
ingrid: Five. I've been to five of them.
= -4h
lena: Vorschläge für Mittwoch?
mateo: Una comedia, por favor
noor: +1 comedy
chiara: something with food
`;
