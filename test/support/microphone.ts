// Held, so that what is set on it stays: WebKit makes it anew when nobody does.
const { mediaDevices } = navigator;
const real = mediaDevices.getUserMedia;

/** A microphone that hears a tone; what asked for it can be looked at afterwards. */
export function hear(): MediaStreamTrack[] {
  const tracks: MediaStreamTrack[] = [];
  hearThrough(() => {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const out = context.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    tracks.push(...out.stream.getTracks());
    return Promise.resolve(out.stream);
  });
  return tracks;
}

export function hearThrough(microphone: () => Promise<MediaStream>): void {
  mediaDevices.getUserMedia = microphone;
}

/** After each test that hears. */
export function stopHearing(): void {
  mediaDevices.getUserMedia = real;
}
