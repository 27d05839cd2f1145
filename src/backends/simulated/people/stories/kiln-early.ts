/** Kiln & Makers: the first weeks. For the notation see ../script.ts. */
export const kilnEarly = String.raw`
= -24d 09:12
ben #start: Morning all. The new shelves are up in the drying room. Please label your boards with **name and date**, we lost two mugs to a mystery last time.
 + 👍 ana chiara noor
 ! ana
chiara: Mine were the ones that looked like potatoes
 + 😂 ben noor mateo lena
ana: They were very good potatoes.
noor: Is there a rule for where the wet work goes? I put mine on the bottom left
ben: Bottom left is perfect. It dries slowest there, which is what you want for handles.
noor: 🙏
= -24d 13:40
lena: Ich habe die neuen Etiketten gestaltet, hängen neben der Tür.
lena: For everybody else: the new labels hang next to the door.
 + 😍 chiara ana
ana: These are beautiful @lena
lena: Danke! 😊
= -23d 10:05
mateo: Buenos días. ¿Alguien ha visto mi esponja azul?
chiara: La spugna blu è sul tornio numero 3, credo
mateo: ¡Sí! Gracias
 + ❤️ chiara
ben: I love that this conversation worked
 + 😂 mateo chiara ana yu
= -23d 16:22
ana #recipe: The base glaze we agreed on, for the record:\n\n| part | grams |\n|---|---|\n| nepheline syenite | 420 |\n| silica | 230 |\n| whiting | 190 |\n| kaolin | 160 |\n\nAdd **2 % cobalt carbonate** for the blue.
 + 🔥 ben chiara yu
 ! ana
chiara ^recipe: Have you tried it without the kaolin? Mine crawls a little.
ana ^recipe: Crawling is usually dust. Wipe with a damp sponge first, then tell me.
chiara ^recipe: … it was dust.
 + 😂 ana ben
yu ^recipe: 私は少し鉄を足しています。1%くらい。
ana ^recipe: 1 % iron? That explains the depth in yours, @yu
= -22d 08:55
noor: First bowl centred without help!!
 + 🎉 ana ben chiara mateo lena yu
noor: [image bowl] It is a *bit* thick at the bottom
 + 👏 ana ben chiara
ben: Thick is forgiving. You can always trim, you cannot add.
mateo: ¡Precioso!
yu: きれいです。
= -22d 19:31
kwame: Checked the thermocouple, it was reading 14 °C low at 1000. Replaced. The old numbers in the log are therefore too optimistic.
ben: That explains the last batch.
ana: That explains *everything*.
 + 💯 chiara ben
kwame: The controller speaks a simple serial protocol by the way:\n´´´python\nimport serial\n\nwith serial.Serial('/dev/ttyUSB0', 9600, timeout=1) as kiln:\n    kiln.write(b'T?\r\n')\n    print(float(kiln.readline()))  # degrees C\n´´´\nI could log it for us.
 + 🤓 ben lena
ana: Please do!
= -21d 11:02
priya: Clay order goes out today at 15:00. Stoneware, porcelain, anything else?
ben: 4 bags of the grogged one please
chiara: porcelain ×2
yu: 磁器を1袋お願いします
noor: One stoneware, if that's not too little
priya: Nothing is too little. Ordered: 4 grogged, 3 porcelain, 1 stoneware.
 + 🙌 ben chiara noor yu
= -21d 18:45
omar: مساء الخير. التقطتُ بعض الصور للقطع الجديدة.
omar: [image shelf] ضوء العصر على الرفّ
 + 😍 ana lena chiara noor
ana: @omar this light! Can we use it for the poster?
omar: طبعًا، بكل سرور
lena: Perfekt, ich baue daraus ein Plakat. Format A2?
ana: A2, and one square for the site.
= -20d 09:30
* ana add sofia-k participant
ana: Welcome @sofia-k! Sofia shares the studio space on Mondays.
sofia-k: Привіт усім! Дуже рада бути тут. Hello everyone, happy to be here.
 + 👋 ana ben chiara noor mateo
chiara: Benvenuta!
yu: ようこそ！
ben: Welcome! Tea is on the left, coffee is on you.
= -20d 14:12
noor: Silly question: what is "leather hard"?
chiara: Like cheddar
ben: Like a good cheddar, yes
yu: チーズですか？笑
ana: It's when the clay holds its shape but you can still carve it. But also cheddar.
 + 🧀 ben chiara noor mateo lena
= -19d 17:20
ben: Bisque firing is loaded. 62 pieces, cone 06. I'll stay for the first ramp and then we take turns. Sign up here:
ben #rota1: 18–21 me\n21–00 Kwame\n00–03 nobody sleeps (Ana?)\n03–06 Mateo\n06–09 Noor
ana: 00–03 is mine, I'll bring a blanket.
 + 🦸 ben noor
mateo: 3 a 6, vale. Llevo café.
noor: 6–9 ok!
`;
