// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/NoteRoute.h"

#include <utility>

namespace athanor
{

namespace
{
/** Keeps the names of keys apart from those of notes that are made of them, which have the top bit. */
constexpr std::uint32_t serialBits = 0x7fffffff;
} // namespace

bool NoteRoute::matches (const Key& key, const BankEvent& event) noexcept
{
    return key.serial != 0 && key.played.isLive == event.isLive && key.played.note == event.note;
}

void NoteRoute::take (VoiceBank& bank, const BankEvent& event) noexcept
{
    if (event.kind == BankEvent::Kind::start)
    {
        start (bank, event);
        return;
    }

    for (auto& key : keys)
        if (matches (key, event))
        {
            if (event.kind == BankEvent::Kind::end)
                lift (key, event.end, event.frame);
            else
                change (bank, key, event);
        }
}

void NoteRoute::start (VoiceBank& bank, const BankEvent& event) noexcept
{
    if (! event.isLive)
        displace (event.column, event.frame);

    // The longest unused place, for what was made of a key may outlast it.
    for (std::size_t tries = 0; tries < keys.size(); ++tries)
    {
        const auto place = std::exchange (nextKey, (nextKey + 1) % keys.size());
        auto& key = keys[place];

        if (key.isDown)
            continue;

        serials = serials == serialBits ? 1 : serials + 1;
        key = { event, bank.instrumentId, bank.instrument->endOfOutdated, event.pitch, serials, true, true, false };
        (void)entry.push ({ NoteEvent::Kind::start, event.frame, key.serial, event.pitch, event.velocity, static_cast<std::uint16_t> (place) });
        return;
    }
}

/** A new key in a column: the one before it goes on in the background, unless the song does not remember it. */
void NoteRoute::displace (int column, int frame) noexcept
{
    for (auto& key : keys)
        if (key.serial != 0 && ! key.played.isLive && key.isForeground && key.played.column == column)
        {
            key.isForeground = false;

            if (key.isDown && key.isOutdated && key.endOfOutdated)
                lift (key, *key.endOfOutdated, frame);
        }
}

void NoteRoute::lift (Key& key, NoteEnd how, int frame) noexcept
{
    if (! key.isDown)
        return;

    const auto place = static_cast<std::uint16_t> (&key - keys.data());
    key.isDown = false;
    (void)entry.push ({ NoteEvent::Kind::stop, static_cast<std::uint8_t> (frame), key.serial, key.played.pitch, key.played.velocity, place });

    if (endCount < ends.size())
        ends[endCount++] = { place, how };
}

void NoteRoute::change (VoiceBank& bank, Key& key, const BankEvent& event) noexcept
{
    key.played.pitch = event.pitch;
    key.played.volume = event.volume;
    key.played.panning = event.panning;
    const auto place = static_cast<std::uint16_t> (&key - keys.data());

    for (std::size_t i = 0; i < soundingCount; ++i)
        if (const auto& note = sounding[i]; note.key == place)
        {
            auto made = event;
            made.note = note.note;
            made.column = -1;
            made.pitch = event.pitch + note.interval;
            made.volume = event.volume * note.softness;
            bank.state->push (made);
        }
}

void NoteRoute::press (std::uint32_t note, float pressure, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    for (std::size_t i = 0; i < soundingCount; ++i)
    {
        const auto& key = keys[sounding[i].key];

        if (! key.played.isLive || key.played.note != note)
            continue;

        if (auto* bank = bankFor (key.instrument, banks))
            for (auto& voice : bank->state->voices)
                if (voice.isLive && voice.note == sounding[i].note)
                    voice.pressure = pressure;
    }
}

void NoteRoute::leave (const NoteStream& exit, bool hasLostStop, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    for (const auto& event : exit)
        if (event.frame < release.frame)
            event.kind == NoteEvent::Kind::start ? sound (event, banks) : silence (event, banks);

    // Whose stop was lost on the way is known by its key.
    if (hasLostStop || entry.hasLostStop)
        for (auto i = soundingCount; i-- > 0;)
            if (! keys[sounding[i].key].isDown)
                silenceAt (i, NoteEnd::release, quantum - 1, banks);

    entry.clear();
    endCount = 0;

    if (release.frame == quantum)
        return;

    BankEvent all;
    all.kind = release.kind;
    all.frame = static_cast<std::uint8_t> (release.frame);

    for (const auto& bank : banks)
        bank->state->push (all);

    clear();
    mustReset = true;
}

void NoteRoute::sound (const NoteEvent& event, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    const auto& key = keys[event.key % keys.size()];
    auto* bank = bankFor (key.instrument, banks);

    if (bank == nullptr || soundingCount == sounding.size())
        return;

    auto& note = sounding[soundingCount++];
    note.note = event.note;
    note.key = event.key;
    note.interval = event.pitch - key.startPitch;

    // A patch hears the velocity itself; a plain recording is as loud as it is struck.
    note.softness = bank->instrument->isPlain && key.played.velocity > 0 ? event.velocity / key.played.velocity : 1.0f;

    auto made = key.played;
    made.frame = event.frame;
    made.note = event.note;
    made.column = -1;
    made.pitch = key.played.pitch + note.interval;
    made.velocity = event.velocity;
    made.volume *= note.softness;
    bank->state->push (made);
}

void NoteRoute::silence (const NoteEvent& event, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    for (auto i = soundingCount; i-- > 0;)
        if (sounding[i].note == event.note)
            silenceAt (i, endOf (sounding[i].key), event.frame, banks);
}

void NoteRoute::silenceAt (std::size_t index, NoteEnd how, int frame, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    const auto note = sounding[index];
    sounding[index] = sounding[--soundingCount];
    const auto& key = keys[note.key % keys.size()];

    if (auto* bank = bankFor (key.instrument, banks))
    {
        BankEvent made;
        made.kind = BankEvent::Kind::end;
        made.end = how;
        made.frame = static_cast<std::uint8_t> (frame);
        made.isLive = key.played.isLive;
        made.column = -1;
        made.note = note.note;
        bank->state->push (made);
    }
}

/** What is stopped because its key was ends as that did; what stops by itself is released. */
NoteEnd NoteRoute::endOf (std::uint16_t key) const noexcept
{
    for (std::size_t i = 0; i < endCount; ++i)
        if (ends[i].first == key)
            return ends[i].second;

    return NoteEnd::release;
}

VoiceBank* NoteRoute::bankFor (InstrumentId instrument, std::span<const std::shared_ptr<VoiceBank>> banks) noexcept
{
    for (const auto& bank : banks)
        if (bank->instrumentId == instrument)
            return bank.get();

    return nullptr;
}

void NoteRoute::clear() noexcept
{
    for (auto& key : keys)
        key.isDown = key.isForeground = false;

    soundingCount = endCount = 0;
    release = {};
    entry.clear();
}

void NoteRoute::outdate() noexcept
{
    for (auto& key : keys)
        if (! key.played.isLive)
            key.isOutdated = true;
}

} // namespace athanor
