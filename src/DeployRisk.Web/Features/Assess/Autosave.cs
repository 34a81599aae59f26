using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>
/// Sends changes to the database one at a time, in the order in which they were made. A newer change of the same
/// thing replaces an older one that has not left yet. After a failure everything waits, in order, and is tried again
/// after a while, or as soon as somebody asks for it or changes something. Belongs to one page and is used from its
/// renderer's context only.
/// </summary>
public sealed partial class Autosave(TimeProvider clock, ILogger logger)
{
    /// <summary>How long typing rests before what was typed is saved.</summary>
    public static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(700);

    /// <summary>How long it rests after a failure; twice as long after each further one, up to <see cref="LongestRest"/>.</summary>
    public static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(2);

    /// <inheritdoc cref="FirstRest"/>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    private readonly List<Change> _waiting = [];
    private readonly Dictionary<string, Change> _typed = new(StringComparer.Ordinal);
    private Task _sending = Task.CompletedTask;
    private bool _closed;
    private TimeSpan _rest = FirstRest;
    private Task _resting = Task.CompletedTask;
    private DatabaseTrouble? _trouble;

    /// <summary>Whether the failure is one that may go away by itself: a defect does not.</summary>
    private bool _passes;

    /// <summary>Raised when <see cref="State"/> changes.</summary>
    public event EventHandler? Changed;

    public SaveState State { get; private set; } = SaveState.Untouched;

    /// <summary>Whether something is not in the database yet.</summary>
    public bool HasUnsaved => State is SaveState.OnItsWay or SaveState.Failed;

    /// <summary>Whether a change of this is being typed, waits or is on its way.</summary>
    public bool IsPending(string key) => _typed.ContainsKey(key) || _waiting.Exists(change => change.Key == key);

    /// <summary>Saves a change at once.</summary>
    /// <param name="key">What is changed; an older change of the same that has not left yet is dropped.</param>
    /// <param name="save">Begins to store it when its turn has come; called in the renderer's context, and does not hold it up.</param>
    /// <param name="done">Told what became of it.</param>
    public void Add(string key, Func<Task<EditOutcome>> save, Action<EditOutcome> done)
    {
        if (_closed)
        {
            return;
        }

        Forget(key);
        _waiting.Add(new Change(key, save, done));
        Send();
    }

    /// <summary>Saves a change once nobody has typed for <see cref="TypingPause"/>, or when flushed.</summary>
    public void AddTyped(string key, Func<Task<EditOutcome>> save, Action<EditOutcome> done)
    {
        if (_closed)
        {
            return;
        }

        Forget(key);
        var typed = new Change(key, save, done);
        _typed[key] = typed;
        ShowUnsaved();
        _ = SendAfterPauseAsync(typed);
    }

    /// <summary>Saves what was typed without waiting for a pause, and comes back when nothing is on its way any more.</summary>
    public Task FlushAsync()
    {
        foreach (var typed in _typed.Values.ToList())
        {
            Release(typed);
        }

        // What failed before is tried again, too.
        Send();
        return _sending;
    }

    /// <summary>Tries again at once what failed.</summary>
    public void Retry()
    {
        if (_sending.IsCompleted)
        {
            Show(SaveState.Saving);
            Send();
        }
    }

    /// <summary>Takes no change any more and drops those that wait: nobody would take them.</summary>
    public void Close()
    {
        _closed = true;
        var left = _waiting.FindAll(change => change.Left);
        var dropped = _waiting.Count - left.Count + _typed.Count;
        _waiting.Clear();
        _waiting.AddRange(left);
        _typed.Clear();
        if (dropped > 0)
        {
            Show(SaveState.Dropped);
        }
        else if (left.Count == 0 && HasUnsaved)
        {
            Show(SaveState.Untouched);
        }
    }

    private void Forget(string key)
    {
        _waiting.RemoveAll(change => change.Key == key && !change.Left);
        _typed.Remove(key);
    }

    /// <summary>Typing on, leaving the field or flushing comes first: then the pause is somebody else's.</summary>
    private async Task SendAfterPauseAsync(Change typed)
    {
        await Task.Delay(TypingPause, clock);
        if (_typed.GetValueOrDefault(typed.Key) == typed)
        {
            Release(typed);
        }
    }

    private void Release(Change typed)
    {
        _typed.Remove(typed.Key);
        _waiting.Add(typed);
        Send();
    }

    private void Send()
    {
        if (_sending.IsCompleted)
        {
            _sending = SendAllAsync();
        }
    }

    private async Task SendAllAsync()
    {
        while (_waiting is [var next, ..])
        {
            ShowUnsaved();
            next.Left = true;
            var tried = await TrySaveAsync(next);
            if (tried is null && _closed)
            {
                _waiting.Clear();
                Show(SaveState.Dropped);
                return;
            }

            if (tried is not { } outcome)
            {
                next.Left = false;
                if (_passes && _resting.IsCompleted)
                {
                    _resting = SendAfterRestAsync();
                }

                ShowUnsaved();
                return;
            }

            _waiting.Remove(next);
            next.Done(outcome);
            if (_waiting.Count + _typed.Count == 0 && State is not SaveState.Lost)
            {
                Show(outcome is EditOutcome.Saved { At: var at } ? new SaveState.Saved(at) : new SaveState.Refused());
            }
        }
    }

    /// <summary>What waits is not forgotten when nobody touches the page any more.</summary>
    private async Task SendAfterRestAsync()
    {
        var rest = _rest;
        _rest = rest * 2 < LongestRest ? rest * 2 : LongestRest;
        await Task.Delay(rest, clock);
        Send();
    }

    /// <summary>What became of the change, null when the database did not take it.</summary>
    private async Task<EditOutcome?> TrySaveAsync(Change change)
    {
        try
        {
            var outcome = await change.Save();
            if (_trouble is not null)
            {
                _trouble = null;
                _rest = FirstRest;
                LogRecovered(logger);
            }

            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var known = DatabaseTroubles.Of(exception);
            var trouble = known ?? DatabaseTrouble.Unreachable;
            _passes = known is not null;

            // Once for as long as it lasts, however often it is tried again.
            if (_trouble != trouble)
            {
                _trouble = trouble;
                LogFailed(logger, exception, trouble);
            }

            return null;
        }
    }

    /// <summary>While it fails the page says so all the time, also while it is tried again.</summary>
    private void ShowUnsaved() =>
        Show(_trouble is { } trouble ? new SaveState.Failed(trouble, _waiting.Count + _typed.Count) : SaveState.Saving);

    private void Show(SaveState state)
    {
        if (state != State)
        {
            State = state;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    [LoggerMessage(LogLevel.Error, "A change to an assessment could not be saved and waits on the page: {Trouble}")]
    private static partial void LogFailed(ILogger logger, Exception exception, DatabaseTrouble trouble);

    [LoggerMessage(LogLevel.Information, "Changes to an assessment are saved again")]
    private static partial void LogRecovered(ILogger logger);

    private sealed class Change(string key, Func<Task<EditOutcome>> save, Action<EditOutcome> done)
    {
        public string Key { get; } = key;

        public Func<Task<EditOutcome>> Save { get; } = save;

        public Action<EditOutcome> Done { get; } = done;

        /// <summary>Whether the database has it in hand right now.</summary>
        public bool Left { get; set; }
    }
}
