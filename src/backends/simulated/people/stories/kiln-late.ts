export const kilnLate = String.raw`
= -7d 10:10
ana: One week to the open studio. Let's split it up:\n\n- [x] poster\n- [x] labels\n- [ ] price list (@priya)\n- [ ] tables (@ben, @kwame)\n- [ ] photos (@omar)\n- [ ] cake (@chiara)
 ! ana
priya: Price list by Wednesday.
kwame: Tables: borrowed 6 from the school, van is booked.
chiara: Cake is not a task, cake is a calling
 + 🍰 ana ben lena noor
= -6d 14:30
sofia-k: Can I bring two friends on Saturday? They want to try the wheel.
ana: Of course! We'll do a short introduction at 11.
= -6d 18:02
ben: 🔥🔥🔥
ben: Sorry, pocket.
 + 😂 ana chiara noor
ana: Convinced you set something on fire
= -6d 21:20
mateo: Os debo la historia larga del horno viejo, así que aquí va. Quien no tenga tiempo: acaba bien.\n\nCuando mi abuela tenía la edad de Noor, en el pueblo había un solo horno, de leña, detrás de la panadería. Los lunes se cocía pan y los jueves, si sobraba leña, cacharros. Nadie tenía termómetro. Mi abuela escupía en un ladrillo y escuchaba: si el ruido era corto, faltaba una hora; si no había ruido, ya era tarde. Decía que el fuego tiene tres voces. La primera habla de agua, la segunda de humo y la tercera no habla, respira. A la tercera hay que dejarla en paz.\n\nUn jueves de noviembre vino una tormenta y se llevó el tejado de la panadería, entero, como quien quita una tapa. El panadero lloraba por el pan; mi abuela metió la mano en el horno, todavía caliente, y sacó veintiséis platos. Ni uno roto. Solo que eran azules. Ella no había puesto nada azul. Nunca supo si fue la lluvia, la ceniza, o un clavo de cobre del tejado que cayó donde tenía que caer.\n\nPasó cuarenta años intentando repetir ese azul. Probó con clavos, con tejas, con agua de lluvia de noviembre guardada en botellas. Le salieron verdes preciosos, un gris que todavía está en la cocina de mi madre, y un negro que espantaba a los gatos. El azul, nunca.\n\nCuando murió, me dejó dos cosas: el último de los veintiséis platos y una libreta. En la última página pone: *«no hacía falta»*. Tardé mucho en entenderlo. Creo que hablaba del azul, de buscarlo, de todo. El plato está en la vitrina del estudio, segunda balda. Podéis tocarlo. Ella lo usaba para las aceitunas.
 + ❤️ ana ben chiara noor lena yu
 + 😭 chiara priya
ben: I put it through the translator and now I have to sit down
ana: The plate stays in the cabinet for ever. With olives.
= -5d 09:50
priya: [file prices] Price list, second version. Please check your own lines.
chiara: My potatoes are underpriced
priya: Your potatoes are priced at *art*.
 + 😂 ana ben noor mateo
mateo: Todo bien por mi parte
yu: 確認しました。ありがとうございます。
= -4d 11:20
ben: Glaze firing tonight, last one before the weekend. Everything on the cart by 17:00!
noor: 9 pieces from me
chiara: 14
ana: 11, and the big plate, if it fits
ben: It fits if nobody breathes.
= -3d 09:31
ben: 70 °C. I'm opening it at noon. Come and watch if you like suspense.
ana: Coming!
yu: 行きます！
= -3d 12:08
ben #open: [image kiln] All of it. ALL of it came out.
 + 🎉 ana chiara noor mateo lena yu kwame priya
 + 😭 chiara
 + 🔥 omar ingrid
ana ^open: The big plate!!
ben ^open: Not a single pinhole.
noor ^open: I'm actually crying a little
yu ^open: 最高です。
lena ^open: Wahnsinn, dieses Blau
= -3d 12:40
chiara: [voice 14]
ana: I could listen to that laugh all day
 + ❤️ ben chiara
= -2d 10:00
ingrid: If it rains on Sunday I'll bring everyone from the hike over to you instead.
ana: Bring them anyway!
= -2d 16:45
mateo: ¿A qué hora montamos el sábado?
ben: 8:30, coffee is provided
kwame: Van arrives at 7.
 ~ Van arrives at 8.
mateo: Perfecto
= -2d 17:30
ana: Question for the table at the door:\n´´´js\nconst price = pots.reduce((sum, pot) => sum + pot.price, 0);\nconsole.log(price * (friend ? 0.9 : 1));\n´´´\nTen percent for friends. OK?
priya: Only because it is written in code.
 + 🤓 kwame
= -1d 08:40
ben: Morning! Six tables, 241 pieces, one Ana asleep on the packing paper.
 ~ Morning! Six tables, 214 pieces, one Ana asleep on the packing paper.
 + 😂 chiara noor mateo lena
ana: I was *testing* it
= -1d 11:25
noor: There is a queue. There is an actual QUEUE.
 + 😱 ana chiara lena
 + 🎉 mateo yu
omar: [image visitors] أوّل الزوّار
 + 😍 ana lena chiara
= -1d 14:02
lena: Die blauen Schalen sind weg. Alle.
yu: 本当ですか！
ana: Number 11 conquers the world.
= -1d 18:30
priya: Quick count: 131 pieces, 3 orders for sets, and somebody paid for a potato twice.
 + 🥔 chiara ana ben mateo noor
chiara: My life's work
ben: I'm so proud of all of you. Really.
 + ❤️ ana chiara noor mateo lena yu kwame priya
= -1d 21:15
kwame: Tables are back at the school. Good night, everyone.
 + 🌙 ana ben
= -230m
* mateo leave
= -210m
* mateo join
mateo: Perdón, I left by accident while showing the group to my aunt
chiara: You missed everything. Potatoes. Tears. Number 11.
 + 😂 mateo ben noor
= -150m
ben #thursday: Kiln is free from Thursday. Shall we fire the blue batch?
ana #schedule: Yes! I wrote the schedule down:\n´´´js\nramp(150, 600)   // °C per h\nhold(1220, 20)   // min\n´´´
 + 🔥 ben chiara noor
 + 👏 yu
= -138m
yu #tile: [image glaze] First test tile, raw side up
ben ^tile: Already deeper than number 11
chiara ^tile: Is that the iron one?
yu ^tile: はい、1%です。
ana ^tile: Sold.
> ana
= -42m
chiara "schedule: 20 minutes of hold is long for that clay, no? @ana
chiara: [voice 42]
noor: I could sit with it on Thursday from 6
 + 🙌 ben
mateo: Yo llevo los churros 😄
ben: @ana will you open it on Saturday, or shall we wait for Sunday?
noor: Sunday! Then I can come
`;
