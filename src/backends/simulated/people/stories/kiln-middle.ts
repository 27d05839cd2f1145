export const kilnMiddle = String.raw`
= -18d 10:15
ben: Kiln is at 310 °C and falling. Nobody opens it before 100. Looking at you, Chiara.
chiara: I opened it ONE time
 + 👀 ana ben noor
= -18d 20:02
ben: OK, it's open. 60 out of 62 survived. The two that died: one of mine, one of mine.
 + 😢 ana noor chiara lena
 + 🫡 mateo kwame
ana: Show us
ben: [image shards] Air bubble in the foot. Classic.
yu: 残念… でも金継ぎができますね
ana: Kintsugi evening? I'd host.
 + ❤️ yu chiara lena noor
= -17d 09:44
lena: Plakat, erster Entwurf. Ehrliche Meinung bitte!
lena #poster: [image poster] Open studio, Saturday to Sunday
 + 🔥 ana ben chiara mateo
chiara ^poster: The orange is so good
ben ^poster: Love it. Could the date be bigger? My mother will not find it.
lena ^poster: For your mother: yes.
 + 😂 ben ana
noor ^poster: And maybe the tram stop
lena ^poster: Gute Idee, kommt rein.
ana ^poster: Approved from my side 💜
= -17d 15:10
priya: Who booked "12 kg of sand" on the studio card?
mateo: …
mateo: Fui yo. Es para el jardín zen. Lo pago yo.
priya: Approved if we get to rake it.
 + 😂 ana ben chiara lena kwame
= -16d 12:00
ingrid: Short break from clay: who's in for Sunday's walk? Details in Weekend hikes.
ana: In!
lena: Ich auch
chiara: If it's flat
ingrid: It is not flat.
chiara: If there's cake
ingrid: There is cake.
 + 🍰 chiara ana lena
= -15d 10:30
noor: Is it normal that the wheel hums at slow speed?
kwame: Belt. I'll look at it after lunch.
kwame: Done. It was half a sponge. Blue.
mateo: MI ESPONJA
 + 😂 ana ben chiara noor lena yu
= -15d 18:05
yu: 明日、釉薬のテストをします。20枚のタイルです。
ana: Twenty! Need help mixing?
yu: はい、お願いします。10時でいいですか？
ana: 10 is perfect.
= -14d 10:58
ana: Testing in progress. @yu is frighteningly precise.
ana: [image tiles] 1 to 20, cobalt 0.5 % to 3 %
 + 🤩 chiara ben noor lena
chiara: I want number 11 on everything I own
ben: 11 and 14
yu: 11番ですね。メモします。
noor: Why do 17 and 18 look green?
yu: 下の粘土に鉄があるからです。
ana: (There's iron in the clay underneath, it comes through where the glaze is thin.)
noor: Chemistry is great
 + ❤️ ana yu
= -13d 09:20
ben: A long one, sorry. Since several people asked how I plan a glaze firing, here is all of it in one place.\n\n## Before\n\n1. Sweep the shelves, then sweep them again. A crumb of old glaze will weld your favourite mug to the shelf.\n2. Kiln wash, two thin coats, let it dry in between.\n3. Tall pieces at the back, flat ones low, and *nothing* within 2 cm of the elements.\n\n## The programme\n\n- up to 120 °C at 60 °C per hour, and hold an hour; that is for the water\n- up to 600 °C at 150 °C per hour; slow through quartz inversion at 573 °C\n- up to 1220 °C at 200 °C per hour\n- hold 20 minutes\n- down at its own speed to 1000 °C, then close to 80 °C per hour until 800 °C, which is where crystals grow, if you like crystals\n\n## After\n\nWait. Then wait more. If the lid is warm, it is not time. Thermal shock does not care how excited you are.\n\n> The kiln is always right, and it is never your friend.\n\nThat's what my teacher said, and he lost more pots than any of us ever made.
 + ❤️ ana chiara noor mateo lena yu
 + 🔖 kwame noor
noor: Printing this
ana: Pinning this. In clay.
chiara: Can we get "The kiln is always right, and it is never your friend" on a mug
 + 🔥 ben ana lena mateo
= -13d 21:10
kwame: The logger works: https://studio.example/kiln\nRefreshes each minute, history for 30 days. It even draws curves.
 + 🚀 ben ana lena
ben: This is the best thing since sliced clay
kwame: One request: do not unplug the small white box. It says DO NOT UNPLUG on it.
chiara: Is that what it was
 x
kwame: I saw that
 + 😂 chiara ana ben noor
= -12d 11:35
* ana scope chiara moderator
ana: @chiara can now moderate here. With great power comes great potato.
 + 🥔 ben noor mateo lena
chiara: I accept
= -12d 16:00
omar: هل أحضر الخلفية السوداء يوم الجمعة؟
ana: نعم من فضلك! And the small lamp, if you can.
omar: تمام 👍
= -11d 10:20
priya: Friday reminder: invoices. You know who you are.
mateo: Ya está
ben: Sent
chiara: define "sent"
priya: Chiara.
chiara: sending
 + 😇 priya
= -10d 09:00
noor: Question about handles. Mine crack right where they join, every time. What am I doing wrong?
yu: 乾くのが早すぎるかもしれません。
ben: @yu has it, I think. Wrap the join in a strip of plastic over night.
chiara: And score it like you mean it
mateo: Y un poco de vinagre en la barbotina
noor: Score, vinegar, plastic. Got it.
= -9d 12:44
noor: [image handles] Four out of four. FOUR.
 + 🎉 ana ben chiara mateo yu lena kwame
ana: Look at those joins!
ben: The student becomes the master
= -9d 20:15
lena: Plakate sind gedruckt, 40 Stück. Wer kann verteilen?
mateo: Yo en mi barrio, 10
noor: 10 for the university
chiara: 5, bakery and bookshop
ana: I take the rest on Thursday.
lena: Ihr seid toll 💛
`;
