// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/VoiceBoard.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

void setKey (Voice& voice, Voice::Key key) noexcept
{
    voice.keyBefore = voice.key;
    voice.key = key;
}
} // namespace

void VoiceBoard::reset() noexcept
{
    sounding.clear();
    idle.clear();
    pressed.clear();

    for (int i = 0; i < voiceCount; ++i)
    {
        voices[at (i)] = {};
        idle.append (static_cast<std::int8_t> (i));
    }

    lastPitch = -1;
    total = 0;
}

/** A silent voice beside a sounding one, two by two; else the one that has been silent for longest. It matters which, for random
    numbers are drawn for two voices together. */
int VoiceBoard::takeFree() noexcept
{
    const auto isDead = [this] (int v) { return v >= voiceCount || voices[at (v)].key == Voice::Key::dead; };

    for (int v = 0; v < voiceCount; ++v)
    {
        if (isDead (v) && ! isDead (v ^ 1))
        {
            idle.remove (static_cast<std::int8_t> (v));
            return v;
        }
    }

    if (idle.isEmpty())
        return -1;

    const auto first = idle[0];
    idle.erase (0);
    return first;
}

int VoiceBoard::takeSounding (Voice::Key key) noexcept
{
    for (int i = 0; i < sounding.size(); ++i)
    {
        if (const auto voice = sounding[i]; voices[at (voice)].key == key)
        {
            sounding.erase (i);
            return voice;
        }
    }

    return -1;
}

int VoiceBoard::take() noexcept
{
    if (sounding.size() < rules.polyphony || (! rules.steals && ! rules.isLegato))
        if (const auto voice = takeFree(); voice >= 0)
            return voice;

    for (const auto key : { Voice::Key::released, Voice::Key::sustained, Voice::Key::held, Voice::Key::starting })
        if (const auto voice = takeSounding (key); voice >= 0)
            return voice;

    return -1;
}

void VoiceBoard::start (int index, const PlayedKey& key, float velocity, int pressedNow, float from, int frame) noexcept
{
    auto& voice = voices[at (index)];
    voice.eventFrame = frame;
    voice.event = Voice::Event::on;
    voice.id = key.id;
    voice.note = key.note;
    voice.channel = key.channel;
    voice.pitch = key.pitch;
    voice.shape = {};
    voice.velocity = velocity;
    voice.lift = 0.5f;
    voice.lastPitch = from;
    voice.notesPressed = pressedNow;
    voice.noteCount = ++total;
    voice.isSostenuto = voice.endsAtOnce = false;
    voice.bend = keyBends[at (voice.channel)];
    voice.aftertouch = pressures[at (voice.channel)];
    voice.slide = slides[at (voice.channel)];
    setKey (voice, Voice::Key::starting);
}

void VoiceBoard::release (Voice& voice, int frame) noexcept
{
    if (voice.key == Voice::Key::starting && voice.event == Voice::Event::on && voice.eventFrame >= 0)
    {
        voice.endsAtOnce = true;
        return;
    }

    voice.eventFrame = frame;
    voice.event = Voice::Event::off;
    setKey (voice, Voice::Key::released);
}

void VoiceBoard::press (const PlayedKey& key, int frame) noexcept
{
    const auto voice = take();

    if (voice < 0)
        return;

    pressed.remove (key);
    pressed.append (key);
    start (voice, key, key.velocity, pressed.size(), lastPitch >= 0 ? lastPitch : key.pitch, frame);
    lastPitch = key.pitch;
    sounding.append (static_cast<std::int8_t> (voice));
    sort();
}

/** A key that waited gets the voice of one that was let go. */
void VoiceBoard::hand (int index, int frame) noexcept
{
    const auto velocity = voices[at (index)].velocity;
    auto heir = index;

    if (! rules.steals)
    {
        voices[at (index)].event = Voice::Event::kill;
        voices[at (index)].eventFrame = frame;
        heir = take();

        if (heir < 0)
            return;
    }
    else
    {
        sounding.remove (static_cast<std::int8_t> (index));
    }

    if (rules.priority == VoicePriority::newest)
        sounding.prepend (static_cast<std::int8_t> (heir));
    else
        sounding.append (static_cast<std::int8_t> (heir));

    const auto key = nextWaitingKey();
    start (heir, key, velocity, pressed.size() + 1, lastPitch, frame);
}

void VoiceBoard::release (std::uint32_t id, float lift, int frame) noexcept
{
    pressed.remove ({ id });
    const auto snapshot = sounding;

    for (const auto index : snapshot)
    {
        auto& voice = voices[at (index)];

        if (voice.id != id)
            continue;

        if (pedals[at (voice.channel)])
        {
            setKey (voice, Voice::Key::sustained);
            voice.lift = lift;
        }
        else if (rules.polyphony <= pressed.size() && voice.event != Voice::Event::kill)
        {
            hand (index, frame);
        }
        else
        {
            release (voice, frame);
            voice.lift = lift;
        }
    }

    sort();
}

void VoiceBoard::allNotesOff (int frame) noexcept
{
    pressed.clear();

    for (const auto index : sounding)
        release (voices[at (index)], frame);
}

void VoiceBoard::cut (std::uint32_t id, int frame) noexcept
{
    pressed.remove ({ id });

    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.id == id && voice.event != Voice::Event::kill)
        {
            voice.event = Voice::Event::kill;
            voice.eventFrame = frame;
        }
}

void VoiceBoard::shape (std::uint32_t id, const NoteShape& shape) noexcept
{
    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.id == id)
            voice.shape = shape;
}

void VoiceBoard::press (std::uint32_t id, float pressure) noexcept
{
    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.id == id)
            voice.aftertouch = pressure;
}

bool VoiceBoard::isInUse (std::uint32_t id) const noexcept
{
    return pressed.contains ({ id }) || std::any_of (sounding.begin(), sounding.end(), [&] (int index) { return voices[at (index)].id == id; });
}

bool VoiceBoard::isPlayed (const PlayedKey& key) const noexcept
{
    return std::any_of (sounding.begin(), sounding.end(), [&] (int index) {
        const auto& voice = voices[at (index)];
        return voice.event != Voice::Event::kill && voice.id == key.id;
    });
}

/** There is at least one key down. */
PlayedKey VoiceBoard::nextWaitingKey() noexcept
{
    const auto isNewest = rules.priority == VoicePriority::newest;
    int chosen = isNewest ? 0 : pressed.size() - 1;

    for (int i = 0; i < pressed.size(); ++i)
    {
        const auto candidate = isNewest ? pressed.size() - 1 - i : i;

        if (! isPlayed (pressed[candidate]))
        {
            chosen = candidate;
            break;
        }
    }

    const auto key = pressed[chosen];

    if (rules.priority == VoicePriority::roundRobin)
    {
        pressed.erase (chosen);
        pressed.append (key);
    }

    return key;
}

void VoiceBoard::sort() noexcept
{
    const auto noteOfVoice = [&] (int index) { return voices[at (index)].note; };

    switch (rules.priority)
    {
        case VoicePriority::highest:
            sounding.sortBy (noteOfVoice);
            pressed.sortBy ([] (const PlayedKey& key) { return -key.note; });
            break;

        case VoicePriority::lowest:
            sounding.sortBy ([&] (int index) { return -noteOfVoice (index); });
            pressed.sortBy ([] (const PlayedKey& key) { return key.note; });
            break;

        case VoicePriority::oldest:
            sounding.sortBy ([&] (int index) { return -voices[at (index)].noteCount; });
            break;

        case VoicePriority::newest:
        case VoicePriority::roundRobin:
            break;
    }
}

/** The voice that is missed least, if there are more than allowed that are not being cut short already; else -1. */
int VoiceBoard::toCutShort (int allowed) const noexcept
{
    auto excess = sounding.size() - allowed;
    int released = -1, sustained = -1, held = -1;

    for (const auto index : sounding)
    {
        const auto& voice = voices[at (index)];

        if (voice.event == Voice::Event::kill)
            --excess;
        else if (released < 0 && voice.key == Voice::Key::released)
            released = index;
        else if (sustained < 0 && voice.key == Voice::Key::sustained)
            sustained = index;
        else if (held < 0)
            held = index;
    }

    return excess <= 0 ? -1 : released >= 0 ? released
                          : sustained >= 0  ? sustained
                                            : held;
}

void VoiceBoard::trim() noexcept
{
    for (auto tries = sounding.size() - rules.polyphony; tries > 0; --tries)
    {
        if (const auto index = toCutShort (rules.polyphony); index >= 0)
        {
            voices[at (index)].event = Voice::Event::kill;
            voices[at (index)].eventFrame = 0;
        }
    }
}

void VoiceBoard::complete (int voice) noexcept
{
    auto& v = voices[at (voice)];
    v.eventFrame = -1;

    if (v.key == Voice::Key::starting)
        setKey (v, Voice::Key::held);

    if (v.endsAtOnce)
    {
        v.endsAtOnce = false;
        release (v, 0);
    }
}

void VoiceBoard::free (int voice) noexcept
{
    setKey (voices[at (voice)], Voice::Key::dead);
    sounding.remove (static_cast<std::int8_t> (voice));
    idle.append (static_cast<std::int8_t> (voice));
}

void VoiceBoard::setPedal (bool isDown, int frame, int channel) noexcept
{
    pedals[at (channel)] = isDown;

    if (isDown)
        return;

    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.key == Voice::Key::sustained && ! voice.isSostenuto && voice.channel == channel)
            release (voice, frame);
}

void VoiceBoard::setSostenuto (bool isDown, int frame, int channel) noexcept
{
    sostenutos[at (channel)] = isDown;

    for (const auto index : sounding)
    {
        auto& voice = voices[at (index)];

        if (voice.channel != channel)
            continue;

        voice.isSostenuto = isDown;

        if (! isDown && voice.key == Voice::Key::sustained && ! pedals[at (channel)])
            release (voice, frame);
    }
}

void VoiceBoard::setAftertouch (int note, float amount, int channel) noexcept
{
    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.note == note && voice.channel == channel)
            voice.aftertouch = amount;
}

void VoiceBoard::setChannelAftertouch (float amount, int channel) noexcept
{
    pressures[at (channel)] = amount;

    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.channel == channel && voice.key == Voice::Key::held)
            voice.aftertouch = amount;
}

void VoiceBoard::setSlide (float amount, int channel) noexcept
{
    slides[at (channel)] = amount;

    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.channel == channel && voice.key == Voice::Key::held)
            voice.slide = amount;
}

void VoiceBoard::setKeyBend (float amount, int channel) noexcept
{
    keyBends[at (channel)] = amount;

    for (const auto index : sounding)
        if (auto& voice = voices[at (index)]; voice.channel == channel && voice.key == Voice::Key::held)
            voice.bend = amount;
}

} // namespace athanor::synth
