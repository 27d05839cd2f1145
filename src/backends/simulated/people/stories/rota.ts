/** Support rota: private, a small team's working group. */
export const rota = String.raw`
= -14d 09:00
priya: This replaces the spreadsheet. One week each, customers write to the shop address, whoever has the rota answers within a day.
 + 👍 ana kwame lena
kwame: I've set up forwarding. Test mails welcome.
lena: Test!
kwame: Arrived in 2 s.
priya: Order: Kwame, Lena, Ana, me.
= -13d 10:12
kwame: First one: "My mug arrived, the handle did not."
ana: Oh no. Photo?
kwame: They sent one. It is a very clean break, packaging problem.
priya: Refund or replacement, their choice. We can use the small boxes from now on.
kwame: Replacement. They also ask for the glaze recipe.
ana: Tell them: number 11 and patience.
 + 😂 kwame lena
= -11d 15:30
kwame: Script for the labels, so nobody has to type addresses again:\n´´´sh\n# one PDF, four labels a page\nlabels --from orders.csv --size a6 --out today.pdf\n´´´
 + 🚀 priya lena
priya: I could cry.
= -9d 09:05
lena: Ich übernehme ab heute. Anything open?
kwame: Two: the customs form for Norway, and Mrs. Abel, who would like to "talk to the plate".
lena: … talk to the plate?
kwame: You'll see.
= -9d 16:40
lena: She wanted to know its story. We talked for half an hour. She bought four more.
 + ❤️ ana priya kwame
priya: Lena gets the rota forever.
lena: Nein.
 + 😂 ana priya
= -6d 11:00
lena: Shipping to Japan: anybody has experience?
ana: Ask @yu, he sent the tea bowls last year
priya: 2 kg, tracked, 31.40. The form is in the drawer.
lena: Danke!
= -4d 09:00
ana: My week. Bring it on.
priya: 3 open, all easy.
ana: Done, done, and done.
 + 👏 priya lena
= -2d 14:25
kwame: The shop was slow this morning, one query without an index. Fixed, 1,900 ms → 12 ms.
 + 🏎️ ana priya
= -2d 17:00
priya: Can someone take my Friday? Dentist.
kwame: Mine.
priya: 🙏
= -1d 10:30
ana: After the open studio there will be *many* mails. Can we double up on Monday?
lena: Ich bin dabei.
kwame: +1
= -1d 19:55
priya: 13 new mails since noon.
 ~ 31 new mails since noon.
ana: I'll start at 8 tomorrow.
> ana
= -5h
lena: Wir sind bei 12. 
kwame: 9 now, the order confirmations answered themselves.
ana: I take the wholesale one.
> ana
`;
