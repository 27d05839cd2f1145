/** Ana's conversations with one person each. */
export const direct: Readonly<Record<string, string>> = {
  ben: String.raw`
= -12d 08:15
ben: Are you in today?
ana: From ten. Need anything?
ben: Only company and cobalt.
ana: I can do both.
 + 😄 ben
= -8d 22:10
ben: Seen the curve? 1218 and steady.
ana: I'm in bed looking at a kiln on my phone. What has become of us.
ben: Artists.
= -4d 19:20
ana: How is the plate?
ben: I put it on the top shelf, talked to it, closed the lid.
ana: What did you say?
ben: "Be flat."
 + 😂 ana
% ben video 312
= -2d 20:05
ben: Do you have the recipe for the runny white?
ana: Somewhere in the green book, I'll look tomorrow
= -80m
ben: Found the green book. There is coffee on every page except that one.
ana: Mine then 😄
ana: the glaze recipe is in the shared folder now: https://studio.example/recipes/runny-white
> ana
> ben
`,
  lena: String.raw`
= -17d 10:02
lena: Hast du kurz Zeit für das Plakat?
ana: Ja klar, komm rüber!
lena: Bin in 5 Minuten da.
= -9d 20:30
ana: Die Plakate sind wunderschön geworden. Danke dir.
lena: Hat auch Spaß gemacht!
= -3d 18:00
lena: Wann soll ich am Samstag da sein?
ana: 8:30 reicht, Ben bringt Brötchen.
lena: Perfekt
% lena audio missed
= -1d 22:15
lena: Was für ein Tag. Ich schlafe jetzt drei Tage.
ana: Verdient!
> ana
= -97m
lena: Bis morgen dann! 🙌
`,
  omar: String.raw`
= -21d 19:10
ana: The photos are wonderful, thank you!
omar: شكرًا جزيلًا، سعيد أنها أعجبتك
= -12d 16:05
omar: هل أضبط الإضاءة قبل الظهر أم بعده؟
ana: بعد الظهر أفضل، الضوء أجمل
omar: اتفقنا
 + 👍 ana
= -6d 12:40
ana: هل ترسل لي صورة الرفّ بدقة كاملة؟
omar: بالتأكيد، الليلة
> ana
= -260m
omar: صباح الخير آنا
omar: أرسلتُ لك كل صور الافتتاح
omar: [image visitors] هذه المفضّلة عندي
omar: [image shelf] وهذه
omar: اخترتُ 24 صورة من أصل 310
omar: هل تريدين نسخة بالأبيض والأسود؟
omar: أعتقد أن صورة الطابور أجمل بدون ألوان
omar: سأجهّز النسختين
omar: وأخبريني أيّها للموقع
omar: الملفات هنا: https://photos.example/open-studio
omar: الرابط صالح أسبوعًا
omar: شكرًا، وصلت الصور
`,
  yu: String.raw`
= -15d 18:20
ana: 明日の準備、何か手伝えますか？
yu: 大丈夫です。ありがとうございます。
yu: 釉薬の瓶だけ、棚から下ろしておいてもらえますか？
ana: もちろん！
= -10d 09:15
yu: 11番の配合です。酸化鉄1%、炭酸コバルト1.8%です。
ana: ありがとう！ノートに書きました。
 + 📓 yu
= -4d 11:05
ana: 木曜日の窯、空いていますか？
yu: 了解です。また連絡しますね
> ana
`,
  chiara: String.raw`
= -16d 13:00
chiara: Tell me honestly. The potatoes.
ana: I love the potatoes.
chiara: HONESTLY
ana: I own two of the potatoes, Chiara.
 + 🥔 chiara
= -5d 17:45
ana: Torta? 🍰
chiara: Ovvio. Limone o cioccolato?
ana: Sì.
chiara: Ricevuto 😂
= -5d 18:10
% ana audio declined
= -5d 18:30
chiara: [voice 42]
> ana
`,
  priya: String.raw`
= -13d 16:00
priya: Your invoice has the wrong year.
ana: It felt like last year.
priya: It is always last year in accounting.
 + 😂 ana
= -6d 10:10
ana: [file invoice] Sent the invoice
priya: Booked, thanks!
ana: You're the best
> priya
> ana
`,
  noor: String.raw`
= -9d 13:02
noor: Thank you for staying late yesterday. I finally get it.
ana: You did all the work!
noor: You did all the not-laughing
 + 😂 ana
% noor audio 94
= -1d 23:30
noor: I sold THREE bowls
ana: I saw! One of them is going to my sister.
noor: !!!!!
> ana
`,
  mateo: String.raw`
= -7d 12:12
mateo: Hola Ana, ¿me prestas el torno pequeño el jueves?
ana: ¡Claro! Está libre toda la tarde.
mateo: Mil gracias 🙏
ana: La esponja azul va incluida.
 + 💙 mateo
> ana
`,
  ingrid: String.raw`
= -9d 18:00
ingrid: The cake arrived. It is already history.
ana: How is the ankle?
ingrid: Jealous of my stomach.
> ana
`,
  kwame: String.raw`
= -22d 20:00
kwame: Is the studio Wi-Fi password still the old one?
ana: Yes, the one with the typo
kwame: The typo is the most secure part of it.
 + 🔐 ana
= -2d 09:40
ana: ´kiln.example´ answers 502 for me
kwame: Restarted. Somebody unplugged the small white box.
ana: I have no idea who that could have been.
> ana
`,
  'sofia-k': String.raw`
= -19d 15:00
sofia-k: Дякую за теплий прийом!
ana: Anytime! Monday again?
sofia-k: Monday again 😊
= -2d 18:40
ana: Your friends are on the list for Saturday 👍
>> sofia-k
`,
};
