using Gradus.Matching.Files;

namespace Gradus.Cli.Commands;

/// <summary>What the command tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer to the question asked is no.</summary>
    public const int No = 1;

    /// <summary>Wrong input or usage; nothing has been written.</summary>
    public const int WrongInput = 2;

    /// <summary>A time limit was reached and the best result so far is written.</summary>
    public const int TimeLimit = 3;

    /// <summary>Our own fault.</summary>
    public const int OwnFault = 70;

    /// <summary>Runs an action, puts what went wrong into words on standard error, and picks the code.</summary>
    public static int Of(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception fault) when (fault is InputException or WrongUsageException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return WrongInput;
        }
    }
}

/// <summary>Options that do not go together or name something that is not there.</summary>
public sealed class WrongUsageException(string message) : Exception(message);
