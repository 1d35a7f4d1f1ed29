namespace Gradus.Cli;

/// <summary>What the command tells a script.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer is no: a check failed.</summary>
    public const int No = 1;

    /// <summary>Wrong input or usage.</summary>
    public const int Usage = 2;

    /// <summary>The time limit was reached; the best result so far was written.</summary>
    public const int TimeLimit = 3;

    /// <summary>Our own fault.</summary>
    public const int OurFault = 70;
}

/// <summary>The input or the way the command was called is wrong; the message says what to do.</summary>
public sealed class UsageException(string message) : Exception(message);
