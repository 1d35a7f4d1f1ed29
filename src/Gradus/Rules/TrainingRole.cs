using System.Text.Json.Serialization;
using Gradus.Facts;

namespace Gradus.Rules;

/// <summary>The post that a doctor starts, as the rules about placements and inductions tell posts apart.</summary>
[JsonConverter(typeof(Keys<TrainingRole>))]
public enum TrainingRole
{
    /// <summary>F1 or F2 in the foundation programme.</summary>
    [Choice("Foundation doctor")]
    Foundation,
    /// <summary>In core training.</summary>
    [Choice("Core trainee")]
    Core,
    /// <summary>In specialty training, run-through or higher.</summary>
    [Choice("Specialty trainee")]
    Specialty,
    /// <summary>In GP training.</summary>
    [Choice("GP registrar")]
    Gp,
    /// <summary>In a locum appointment for training.</summary>
    [Choice("Locum appointment for training (LAT)")]
    Lat,
    /// <summary>In an academic training post.</summary>
    [Choice("Academic trainee")]
    Academic,
    /// <summary>Employed by a trust outside a training programme.</summary>
    [Choice("Locally employed doctor")]
    LocallyEmployed,
    /// <summary>A specialty doctor, associate specialist or specialist.</summary>
    [Choice("SAS doctor")]
    Sas,
}
