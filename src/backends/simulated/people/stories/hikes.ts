/** Weekend hikes: Ingrid's group, where Ana moderates. */
export const hikes = String.raw`
= -27d 19:00
ingrid: New group for the weekends! Rule one: nobody is too slow. Rule two: there is always cake.
 + ❤️ ana lena omar
ana: Rule two is why I'm here.
lena: Endlich! 🥾
omar: متى أوّل رحلة؟
ingrid: This Sunday, 9:00 at the station. 11 km, 420 m up, one hut with waffles.
 + 🧇 ana lena kwame
kwame: Waffles noted.
* ingrid scope ana moderator
ingrid: @ana can moderate, because I'm on mountains without signal half of the time.
= -25d 18:20
ingrid: [image ridge] Thank you all, what a day
 + 😍 ana lena omar kwame
omar: [image lake] البحيرة عند الظهر
 + 🤩 ana ingrid lena
lena: Meine Beine sagen danke, meine Seele auch.
kwame: My watch says 23,412 steps and "unusual behaviour detected".
 + 😂 ana ingrid omar
= -20d 20:00
ingrid: Next one: the old railway. Flat!! 14 km. Tunnels, bring a torch.
ana: How long are the tunnels?
ingrid: The longest is 600 m. There may be bats.
kwame: There may be one person fewer.
 + 🦇 ana lena ingrid
lena: Fledermäuse sind süß!
= -18d 17:45
ana: Home, dry, happy. Thanks for waiting at the second tunnel @ingrid.
ingrid: Always.
omar: [image tunnel] صورة اليوم
 + 🔥 ana kwame lena
kwame: That silhouette is me being brave
 + 🦇 ana ingrid omar
= -16d 12:10
ingrid #sunday: Sunday: the long ridge. 16 km, 800 m up. Start **7:30**, because of the afternoon thunder.
 ! ingrid
lena: 7:30 am?
ingrid: There is only one 7:30 that I recognise.
 + 😂 ana omar kwame
ana ^sunday: I drive, three seats free
lena ^sunday: Ich nehme einen
omar ^sunday: وأنا أيضًا
noor ^sunday: Third one for me please!
ana ^sunday: Full 🚗
= -15d 20:40
noor: I can't feel my knees but I have seen the sea from a mountain
 + 🌊 ana ingrid lena
ingrid: 16.4 km in 5:50. I'm impressed.
= -13d 08:15
kwame: GPX of Sunday, for the record: https://tracks.example/ridge-16km
 + 👍 ingrid ana
= -10d 19:30
ingrid: This weekend: rest. Doctor's orders (mine).
ana: Oh no, what happened?
ingrid: Twisted ankle. On the stairs at home. Don't tell anyone.
 + 🙊 ana lena omar noor kwame
omar: سلامات!
lena: Gute Besserung! Brauchst du was?
ingrid: Only stories. And cake.
= -9d 16:00
ana: [image cake] On its way to you
 + 🥹 ingrid
ingrid: You are ridiculous and I love you all
= -5d 18:00
ingrid: Ankle is fine! Sunday: the lake loop, 9 km, swimming allowed.
omar: أنا معكم
lena: Badeanzug eingepackt
noor: Is the water cold?
ingrid: It is *refreshing*.
kwame: That is what people say about cold water.
 + 🥶 noor ana
= -3d 21:00
ingrid: Weather check: sun until 15:00, then the usual drama. Bring a jacket anyway.
= -1d 19:10
ingrid: 12 of us today, a record
ana: Sorry to miss it, the open studio ate my weekend
noor: Same! 
omar: احتفظنا لكِ بقطعة كعك
 + 🥹 ana
> ana
= -6h
lena: Nächste Woche wieder der See?
ingrid: Let me look at the map. @ana do you have the car on Sunday?
ana: I do, three seats again.
ana: [image sunset] From the studio roof, to make you jealous
 + 😍 ingrid lena omar
> ana
`;
