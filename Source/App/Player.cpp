// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Player.h"

#include "Core/Cycles.h"
#include "Dsp/Sound.h"
#include "Engine/Engine.h"
#include "Model/ParameterAddress.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <unordered_map>

namespace athanor
{

namespace
{
/** How fast the processor's clock runs beside the clock on the wall, measured over the whole life of the player. */
class CycleRate
{
public:
    double perSecond() const
    {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        return passed.count() > 0 ? static_cast<double> (cyclesNow() - cycles) / passed.count() : 0;
    }

private:
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    std::uint64_t cycles = cyclesNow();
};
} // namespace

struct Player::Private
{
    MessageThread message;
    Engine engine;
    DeviceState device;
    Project project;
    FindSound findSound;
    ScoreOptions options;
    std::shared_ptr<const PlayScore> score;
    std::unordered_map<std::string, const ScoreCurve*> curves; ///< Of the score, by address.
    std::shared_ptr<const Plan> plan;
    std::set<std::pair<TrackId, InstrumentId>> live;
    std::map<std::uint32_t, std::pair<TrackId, InstrumentId>> notes;
    std::map<std::string, double> held; ///< Parameters under a hand.
    std::string lastTurned;
    std::function<DeviceLoad()> askDevice;
    CycleRate cycleRate;
    std::uint32_t lastNote = 0;
    bool isLooping = false, hasMetronome = false, isRecording = false;
    int countIn = 0;
    PlayRange range = PlayRange::song;

    std::map<TrackId, std::pair<MeterReading, std::chrono::steady_clock::time_point>> shownMeters;

    MeterReading readMeter (TrackId, MeterState&);

    /** Whether the score of `next` reads as the score of `project` does. */
    bool readsTheSame (const Project& next) const
    {
        return score != nullptr && next.clips.sharesWith (project.clips) && next.patterns.sharesWith (project.patterns) && next.sequence.sharesWith (project.sequence) && next.tempo.sharesWith (project.tempo) && next.meters.sharesWith (project.meters) && next.instruments.sharesWith (project.instruments) && next.tracks.sharesWith (project.tracks) && next.seed == project.seed && next.initialSpeed == project.initialSpeed;
    }

    void makeScore()
    {
        options.loops = isLooping;
        score = makePlayScore (project, options, device.sampleRate);
        curves.clear();

        for (const auto& curve : score->score.curves)
            curves.insert_or_assign (curve.address, &curve);
    }

    /** Where automation carries a parameter right now; nothing where none does. */
    std::optional<double> automated (const std::string& address) const
    {
        const auto found = curves.find (address);

        if (found == curves.end() || score == nullptr)
            return {};

        const auto& points = found->second->points;
        const auto now = static_cast<double> (engine.report.scoreFrame.load (std::memory_order_relaxed)) / score->sampleRate;
        const auto after = std::ranges::upper_bound (points, now, {}, &ScoreCurve::Point::time);

        if (after == points.begin())
            return {};

        const auto& at = *(after - 1);
        const auto isOnTheWay = after != points.end() && ! at.isStep && after->time > at.time;
        return isOnTheWay ? at.value + (after->value - at.value) * (now - at.time) / (after->time - at.time) : at.value;
    }

    const ScoreLine* placeOf (SlotId slot, Ticks inPattern) const
    {
        const ScoreLine* best = nullptr;

        for (const auto& line : score->score.lines)
            if ((line.slot == slot || range == PlayRange::pattern) && line.inPattern <= inPattern && (best == nullptr || line.inPattern > best->inPattern))
                best = &line;

        return best;
    }

    int beatsPerBarAt (Ticks inSong) const
    {
        const auto meter = project.meters.upperBound (inSong);
        return meter != project.meters.begin() ? std::max (1, std::prev (meter)->second->beatsPerBar) : 4;
    }

    int beatsPerBarAt (const ScoreLine* line) const { return beatsPerBarAt (line != nullptr ? line->inSong : Ticks()); }

    void publish()
    {
        PlanOptions planning;
        planning.sampleRate = device.sampleRate;
        planning.score = score;
        planning.sound = findSound;
        planning.live = live;
        plan = makePlan (project, planning, plan.get());
        engine.plans.publish (message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    void order (const Order& order)
    {
        // A full queue means that no audio is running: there is nothing to be heard that could be wrong.
        std::ignore = engine.commands.push ({ order, plan != nullptr ? plan->serial : 0 });
    }

    /** The instrument must have voices on the track before a hand can play it. */
    void makePlayable (TrackId track, InstrumentId instrument)
    {
        if (live.emplace (track, instrument).second && (plan == nullptr || ! plan->banks.contains ({ track, instrument })))
            publish();
    }
};

Player::Player() : self (std::make_unique<Private>()) {}

Player::~Player() = default;

Engine& Player::engine() noexcept { return self->engine; }

void Player::show (const Project& project, const FindSound& findSound)
{
    const auto isSame = self->readsTheSame (project);
    self->project = project;
    self->findSound = findSound;

    if (! isSame)
        self->makeScore();

    self->publish();
}

void Player::setDevice (DeviceState device)
{
    const auto isOtherRate = device.sampleRate != self->device.sampleRate;
    self->device = std::move (device);

    if (! isOtherRate)
        return;

    self->plan = nullptr; // every module has to be prepared anew
    self->makeScore();
    self->publish();
}

void Player::play (PlayRange range)
{
    const auto now = position();
    const auto* song = self->score != nullptr ? &self->score->score : nullptr;

    // After its end a song begins again.
    if (song != nullptr && now.seconds >= song->length)
        return playFrom (song->lines.front().slot, song->lines.front().inPattern, range);

    playFrom (now.slot, now.inPattern, range);
}

void Player::playFrom (SlotId slot, Ticks inPattern, PlayRange range)
{
    auto& options = self->options;
    const auto before = std::tuple { options.onlySlot, options.onlyPattern, options.loops };
    const auto* shown = self->project.sequence.find (slot);
    options.onlySlot = range == PlayRange::slot && shown != nullptr ? std::optional (slot) : std::nullopt;
    options.onlyPattern = range == PlayRange::pattern && shown != nullptr ? std::optional (shown->pattern) : std::nullopt;
    self->range = range;

    if (before != std::tuple { options.onlySlot, options.onlyPattern, self->isLooping } || self->score == nullptr)
    {
        self->makeScore();
        self->publish();
    }

    locate (slot, inPattern);
    const auto bar = self->beatsPerBarAt (self->placeOf (slot, inPattern));
    self->order (StartPlaying { self->isRecording ? self->countIn * bar : 0, bar });
}

void Player::stop() { self->order (StopPlaying {}); }

void Player::panic() { self->order (Panic {}); }

void Player::locate (SlotId slot, Ticks inPattern)
{
    const auto* line = self->placeOf (slot, inPattern);
    self->order (Locate { line != nullptr ? self->score->frameAt (line->time) : 0 });
}

void Player::setLooping (bool loops)
{
    self->isLooping = loops;
    self->makeScore();
    self->publish();
}

bool Player::isLooping() const { return self->isLooping; }

void Player::setMetronome (bool clicks)
{
    self->hasMetronome = clicks;
    self->order (SetMetronome { clicks });
}

bool Player::hasMetronome() const { return self->hasMetronome; }

void Player::setCountIn (int bars) { self->countIn = bars; }

int Player::countIn() const { return self->countIn; }

void Player::setRecording (bool records) { self->isRecording = records; }

std::uint32_t Player::startNote (TrackId track, InstrumentId instrument, double pitch, double velocity)
{
    self->makePlayable (track, instrument);
    const auto note = ++self->lastNote;
    self->notes.emplace (note, std::pair { track, instrument });
    self->order (StartNote { track, instrument, note, static_cast<float> (pitch), static_cast<float> (velocity) });
    return note;
}

void Player::stopNote (std::uint32_t note)
{
    const auto found = self->notes.find (note);

    if (found == self->notes.end())
        return;

    self->order (StopNote { found->second.first, found->second.second, note });
    self->notes.erase (found);
}

void Player::pressNote (std::uint32_t note, double pressure)
{
    if (const auto found = self->notes.find (note); found != self->notes.end())
        self->order (PressNote { found->second.first, note, static_cast<float> (pressure) });
}

void Player::bend (TrackId track, double amount) { self->order (MoveHands { track, MoveHands::What::bend, static_cast<float> (amount) }); }

void Player::turnWheel (TrackId track, double amount) { self->order (MoveHands { track, MoveHands::What::wheel, static_cast<float> (amount) }); }

void Player::holdPedal (TrackId track, bool isDown) { self->order (MoveHands { track, MoveHands::What::pedal, isDown ? 1.0f : 0.0f }); }

void Player::preview (std::shared_ptr<const dsp::Sound> sound)
{
    self->engine.previews.publish (self->message, std::make_unique<Preview> (Preview { std::move (sound) }));
}

void Player::turn (const std::string& address, double position)
{
    self->held.insert_or_assign (address, position);
    self->lastTurned = address;
    self->order (TurnKnob { keyOf (address), static_cast<float> (position) });
}

void Player::release (const std::string& address)
{
    self->held.erase (address);
    self->order (TurnKnob { keyOf (address), NAN });
}

std::optional<double> Player::livePosition (const std::string& address) const
{
    if (const auto found = self->held.find (address); found != self->held.end())
        return found->second;

    return self->engine.report.isPlaying.load (std::memory_order_relaxed) ? self->automated (address) : std::nullopt;
}

PlayPosition Player::position() const
{
    PlayPosition made;
    made.countIn = self->engine.report.countIn.load (std::memory_order_relaxed);
    made.isPlaying = made.countIn > 0 || self->engine.report.isPlaying.load (std::memory_order_relaxed);
    made.isRecording = self->isRecording;

    if (self->score == nullptr)
        return made;

    const auto& score = self->score->score;
    made.seconds = static_cast<double> (self->engine.report.scoreFrame.load (std::memory_order_relaxed)) / self->score->sampleRate;
    made.tempo = score.tempoAt (made.seconds);
    made.inSong = score.ticksAt (made.seconds);
    const auto& line = score.lineAt (made.seconds);
    made.slot = line.slot;
    made.pattern = line.pattern;
    made.inPattern = line.inPattern + (made.inSong - line.inSong);

    const auto beatsPerBar = self->beatsPerBarAt (made.inSong);

    if (made.countIn > 0)
    {
        const auto left = static_cast<int> (std::ceil (made.countIn * 4)) - 1; // sixteenths, without the one that sounds
        made.bar = -(left / 4 / beatsPerBar + 1);
        made.beat = beatsPerBar - left / 4 % beatsPerBar;
        made.sixteenth = 4 - left % 4;
        return made;
    }

    const auto sixteenths = made.inSong.value / (ticksPerBeat / 4);
    made.bar = static_cast<int> (sixteenths / 4 / beatsPerBar) + 1;
    made.beat = static_cast<int> (sixteenths / 4 % beatsPerBar) + 1;
    made.sixteenth = static_cast<int> (sixteenths % 4) + 1;
    return made;
}

namespace
{
float toDecibels (float gain) { return gain > 1.0e-5f ? 20 * std::log10 (gain) : -100.0f; }

MeterReading read (MeterState& meter)
{
    constexpr auto relaxed = std::memory_order_relaxed;
    return { toDecibels (meter.peakLeft.exchange (0, relaxed)), toDecibels (meter.peakRight.exchange (0, relaxed)),
             toDecibels (std::sqrt (meter.powerLeft.load (relaxed))), toDecibels (std::sqrt (meter.powerRight.load (relaxed))),
             meter.hasClipped.load (relaxed) };
}
} // namespace

/** Reading a peak takes it away, but a track's meter is shown in several places: all of them see the peaks of the last moment. */
MeterReading Player::Private::readMeter (TrackId id, MeterState& meter)
{
    constexpr std::chrono::milliseconds moment { 50 };
    const auto now = std::chrono::steady_clock::now();
    auto reading = read (meter);
    auto& last = shownMeters[id];

    if (now - last.second < moment)
    {
        reading.peakLeft = std::max (reading.peakLeft, last.first.peakLeft);
        reading.peakRight = std::max (reading.peakRight, last.first.peakRight);
        last.first = reading;
    }
    else
        last = { reading, now };

    return reading;
}

MeterReading Player::meter (TrackId id) const
{
    if (self->plan != nullptr)
        for (const auto& track : self->plan->tracks)
            if (track->id == id)
                return self->readMeter (id, track->fader->meter);

    return {};
}

MeterReading Player::masterMeter() const
{
    auto* master = self->plan != nullptr ? self->plan->master() : nullptr;
    return master != nullptr ? self->readMeter (master->id, master->fader->meter) : MeterReading {};
}

LoudnessReading Player::loudness() const
{
    constexpr auto relaxed = std::memory_order_relaxed;
    const auto& meter = self->engine.loudness;
    const auto shown = [] (float loudness) { return std::max (loudness, -100.0f); };
    return { shown (meter.momentary.load (relaxed)), shown (meter.shortTerm.load (relaxed)), shown (meter.integrated.load (relaxed)),
             toDecibels (meter.truePeak.load (relaxed)) };
}

Load Player::load() const
{
    Load made;

    if (! self->askDevice)
        return made;

    const auto device = self->askDevice();
    const auto nameOfTrack = [this] (TrackId id) {
        const auto* track = self->project.tracks.find (id);
        return track != nullptr ? track->name : std::string();
    };
    made.proportion = device.proportion;
    made.xruns = device.xruns;
    made.culprit = nameOfTrack (device.culprit);

    const auto inQuantum = self->cycleRate.perSecond() * quantum / self->device.sampleRate;

    if (self->plan != nullptr && inQuantum > 0)
        for (const auto& track : self->plan->tracks)
            made.nodes.emplace_back (nameOfTrack (track->id), static_cast<float> (track->fader->usualCycles.load (std::memory_order_relaxed) / inQuantum));

    std::stable_sort (made.nodes.begin(), made.nodes.end(), [] (const auto& a, const auto& b) { return a.second > b.second; });
    return made;
}

void Player::setLoadSource (std::function<DeviceLoad()> ask) { self->askDevice = std::move (ask); }

const std::string& Player::lastTurned() const { return self->lastTurned; }

DeviceState Player::device() const { return self->device; }

void Player::update()
{
    self->engine.plans.freeRetired (self->message);
    self->engine.previews.freeRetired (self->message);

    // What was fading has faded: the next plan is without it.
    if (self->plan != nullptr && self->plan->isFading && self->engine.report.plan.load (std::memory_order_relaxed) == self->plan->serial)
        self->publish();
}

} // namespace athanor
